/** The rules behind imports. */
@NullMarked
package dev.jackstaff.domain.imports.control;

import org.jspecify.annotations.NullMarked;
