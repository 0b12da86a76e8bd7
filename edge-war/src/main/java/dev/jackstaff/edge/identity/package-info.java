/** Who this edge is, and where it keeps what must outlive its process. Knows no other part of the edge. */
@NullMarked
package dev.jackstaff.edge.identity;

import org.jspecify.annotations.NullMarked;
