/** The edge's JAX-RS application: which protocols it mounts, and how it refuses what none of them takes. */
@NullMarked
package dev.jackstaff.edge.http;

import org.jspecify.annotations.NullMarked;
