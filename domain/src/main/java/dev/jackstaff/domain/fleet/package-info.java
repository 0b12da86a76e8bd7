/** The edges, as they say of themselves. */
@NullMarked
package dev.jackstaff.domain.fleet;

import org.jspecify.annotations.NullMarked;
