/** The actor of a use case and its role. Knows no other feature. */
@NullMarked
package dev.jackstaff.domain.actor;

import org.jspecify.annotations.NullMarked;
