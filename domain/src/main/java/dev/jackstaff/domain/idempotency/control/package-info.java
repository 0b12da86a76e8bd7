/** The store of requests that may be repeated. */
@NullMarked
package dev.jackstaff.domain.idempotency.control;

import org.jspecify.annotations.NullMarked;
