/** The limits of content over HTTP. Knows only their use case. */
@NullMarked
package dev.jackstaff.api.limits;

import org.jspecify.annotations.NullMarked;
