/** The use cases of segments. */
@NullMarked
package dev.jackstaff.domain.segment.boundary;

import org.jspecify.annotations.NullMarked;
