/** How the use cases get done: queries, checks, reactions. */
@NullMarked
package dev.jackstaff.domain.project.control;

import org.jspecify.annotations.NullMarked;
