/** What this edge says of itself to its hub, and what edges below it say. */
@NullMarked
package dev.jackstaff.edge.fleet;

import org.jspecify.annotations.NullMarked;
