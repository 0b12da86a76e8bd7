/** The use cases of changing many things at once. */
@NullMarked
package dev.jackstaff.domain.change.boundary;

import org.jspecify.annotations.NullMarked;
