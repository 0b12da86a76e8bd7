/** Imports: changes of many flags and segments in one transaction. Knows flags and segments. */
@NullMarked
package dev.jackstaff.domain.imports;

import org.jspecify.annotations.NullMarked;
