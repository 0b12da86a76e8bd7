/** Imports of other systems' documents over HTTP. Knows their conversion by {@code protocols}, not how it is done. */
@NullMarked
package dev.jackstaff.api.imports;

import org.jspecify.annotations.NullMarked;
