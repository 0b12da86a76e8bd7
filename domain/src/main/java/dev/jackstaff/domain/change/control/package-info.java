/** How many things are changed at once. */
@NullMarked
package dev.jackstaff.domain.change.control;

import org.jspecify.annotations.NullMarked;
