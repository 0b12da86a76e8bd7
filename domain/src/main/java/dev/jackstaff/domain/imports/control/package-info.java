/** How many things are changed at once. */
@NullMarked
package dev.jackstaff.domain.imports.control;

import org.jspecify.annotations.NullMarked;
