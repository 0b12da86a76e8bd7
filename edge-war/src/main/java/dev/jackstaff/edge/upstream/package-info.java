/**
 * The upstreams of an edge, and the intake of their snapshots. One package for each kind of upstream; none knows
 * another.
 */
@NullMarked
package dev.jackstaff.edge.upstream;

import org.jspecify.annotations.NullMarked;
