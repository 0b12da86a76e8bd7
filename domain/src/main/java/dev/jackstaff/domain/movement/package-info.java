/** Who would be answered with another variant after a change. Knows no other feature but flags. */
@NullMarked
package dev.jackstaff.domain.movement;

import org.jspecify.annotations.NullMarked;
