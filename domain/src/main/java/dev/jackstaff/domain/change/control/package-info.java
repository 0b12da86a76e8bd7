/** The parts of a change: what it touches, what conflicts with it. */
@NullMarked
package dev.jackstaff.domain.change.control;

import org.jspecify.annotations.NullMarked;
