/** Liveness and readiness of the hub. Knows no resource of the management API. */
@NullMarked
package dev.jackstaff.api.health;

import org.jspecify.annotations.NullMarked;
