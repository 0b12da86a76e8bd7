/** How the use cases get done: queries, checks, reactions. */
@NullMarked
package dev.jackstaff.domain.segment.control;

import org.jspecify.annotations.NullMarked;
