/** Changes that reach across features in one transaction. Knows flags and segments. */
@NullMarked
package dev.jackstaff.domain.change;

import org.jspecify.annotations.NullMarked;
