/** The use case of changing a project by instructions. */
@NullMarked
package dev.jackstaff.domain.change.boundary;

import org.jspecify.annotations.NullMarked;
