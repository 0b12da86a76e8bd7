/** The use cases of attributes. */
@NullMarked
package dev.jackstaff.domain.attribute.boundary;

import org.jspecify.annotations.NullMarked;
