/** Snapshots from an Unleash server, an Unleash Edge or an edge of ours that acts as one. Knows no other upstream. */
@NullMarked
package dev.jackstaff.edge.upstream.unleash;

import org.jspecify.annotations.NullMarked;
