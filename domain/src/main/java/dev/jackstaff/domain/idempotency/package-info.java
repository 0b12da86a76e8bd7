/** Requests that may be repeated: each is carried out once, and its answer is given again. Knows nothing of what they do. */
@NullMarked
package dev.jackstaff.domain.idempotency;

import org.jspecify.annotations.NullMarked;
