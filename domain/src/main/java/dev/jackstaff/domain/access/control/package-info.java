/** The queries, rules and observers behind the use cases. */
@NullMarked
package dev.jackstaff.domain.access.control;

import org.jspecify.annotations.NullMarked;
