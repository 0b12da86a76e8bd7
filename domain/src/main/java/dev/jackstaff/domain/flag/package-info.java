/** Flags, and their settings in each environment. Knows projects and segments. */
@NullMarked
package dev.jackstaff.domain.flag;

import org.jspecify.annotations.NullMarked;
