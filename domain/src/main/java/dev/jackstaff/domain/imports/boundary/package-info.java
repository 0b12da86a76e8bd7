/** The use cases of imports. */
@NullMarked
package dev.jackstaff.domain.imports.boundary;

import org.jspecify.annotations.NullMarked;
