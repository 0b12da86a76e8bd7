/** The background work of the hub, on threads of its own. Knows no feature. */
@NullMarked
package dev.jackstaff.domain.background;

import org.jspecify.annotations.NullMarked;
