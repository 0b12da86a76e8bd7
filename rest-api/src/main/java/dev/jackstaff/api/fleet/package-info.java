/** The fleet of edges over HTTP. */
@NullMarked
package dev.jackstaff.api.fleet;

import org.jspecify.annotations.NullMarked;
