/** The use cases of changing many things at once. */
@NullMarked
package dev.jackstaff.domain.imports.boundary;

import org.jspecify.annotations.NullMarked;
