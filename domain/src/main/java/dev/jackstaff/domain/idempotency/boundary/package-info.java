/** The use cases of requests that may be repeated. */
@NullMarked
package dev.jackstaff.domain.idempotency.boundary;

import org.jspecify.annotations.NullMarked;
