/** The status reports of this edge and of the edges below it. */
@NullMarked
package dev.jackstaff.edge.fleet;

import org.jspecify.annotations.NullMarked;
