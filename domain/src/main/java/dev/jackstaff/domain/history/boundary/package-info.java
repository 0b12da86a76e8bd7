/** The use cases of reading the history. */
@NullMarked
package dev.jackstaff.domain.history.boundary;

import org.jspecify.annotations.NullMarked;
