/** The storage of usage, its queries and its retention. */
@NullMarked
package dev.jackstaff.domain.usage.control;

import org.jspecify.annotations.NullMarked;
