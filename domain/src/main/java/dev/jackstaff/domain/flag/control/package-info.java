/** The queries, rules and observers behind the use cases. */
@NullMarked
package dev.jackstaff.domain.flag.control;

import org.jspecify.annotations.NullMarked;
