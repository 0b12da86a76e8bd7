/** The queries, rules and observers behind the use cases. */
@NullMarked
package dev.jackstaff.domain.project.control;

import org.jspecify.annotations.NullMarked;
