/** Requests that are repeated with an idempotency key. Knows no resource. */
@NullMarked
package dev.jackstaff.api.idempotency;

import org.jspecify.annotations.NullMarked;
