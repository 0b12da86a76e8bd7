/** Flags: what they can answer, and what each environment has decided. Knows projects and segments. */
@NullMarked
package dev.jackstaff.domain.flag;

import org.jspecify.annotations.NullMarked;
