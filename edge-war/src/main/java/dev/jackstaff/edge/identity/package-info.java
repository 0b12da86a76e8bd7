/** The identity of the edge and its data directory. Knows no other part of the edge. */
@NullMarked
package dev.jackstaff.edge.identity;

import org.jspecify.annotations.NullMarked;
