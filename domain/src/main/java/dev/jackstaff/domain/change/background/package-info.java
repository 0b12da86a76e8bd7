/** The loop that turns flags on again. */
@NullMarked
package dev.jackstaff.domain.change.background;

import org.jspecify.annotations.NullMarked;
