/** The edges, by their status reports. */
@NullMarked
package dev.jackstaff.domain.fleet;

import org.jspecify.annotations.NullMarked;
