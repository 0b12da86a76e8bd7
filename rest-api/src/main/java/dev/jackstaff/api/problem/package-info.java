/** Error responses as {@code application/problem+json} (RFC 9457). Knows the domain's refusals and no resource. */
@NullMarked
package dev.jackstaff.api.problem;

import org.jspecify.annotations.NullMarked;
