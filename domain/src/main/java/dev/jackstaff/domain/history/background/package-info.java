/** The loop that removes expired history. */
@NullMarked
package dev.jackstaff.domain.history.background;

import org.jspecify.annotations.NullMarked;
