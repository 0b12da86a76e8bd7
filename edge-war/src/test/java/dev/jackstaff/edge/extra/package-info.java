/** A wire protocol that comes in an archive of its own, for the test of that. */
@NullMarked
package dev.jackstaff.edge.extra;

import org.jspecify.annotations.NullMarked;
