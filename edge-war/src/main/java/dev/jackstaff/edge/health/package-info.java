/** The liveness and readiness of the edge. */
@NullMarked
package dev.jackstaff.edge.health;

import org.jspecify.annotations.NullMarked;
