/** The graceful shutdown of the edge. Knows no protocol. */
@NullMarked
package dev.jackstaff.edge.drain;

import org.jspecify.annotations.NullMarked;
