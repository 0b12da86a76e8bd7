/** The actor of a use case, and whether they may do it. Knows permissions and no other feature. */
@NullMarked
package dev.jackstaff.domain.actor;

import org.jspecify.annotations.NullMarked;
