/** How the use cases get done: queries, checks, reactions. */
@NullMarked
package dev.jackstaff.domain.flag.control;

import org.jspecify.annotations.NullMarked;
