/** The readiness of this hub. */
@NullMarked
package dev.jackstaff.domain.readiness;

import org.jspecify.annotations.NullMarked;
