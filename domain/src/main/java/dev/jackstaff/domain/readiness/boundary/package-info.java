/** The check of readiness. Knows every component that the hub requires. */
@NullMarked
package dev.jackstaff.domain.readiness.boundary;

import org.jspecify.annotations.NullMarked;
