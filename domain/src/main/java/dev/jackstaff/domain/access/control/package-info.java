/** How the use cases get done: queries, checks, reactions. */
@NullMarked
package dev.jackstaff.domain.access.control;

import org.jspecify.annotations.NullMarked;
