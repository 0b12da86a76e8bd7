/** Who acts, and what their role lets them do. Knows no other feature. */
@NullMarked
package dev.jackstaff.domain.actor;

import org.jspecify.annotations.NullMarked;
