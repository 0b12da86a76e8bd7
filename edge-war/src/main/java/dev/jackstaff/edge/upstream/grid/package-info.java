/** The upstream over the Hazelcast cluster, in which the edge is a lite member with a near cache. Knows no protocol. */
@NullMarked
package dev.jackstaff.edge.upstream.grid;

import org.jspecify.annotations.NullMarked;
