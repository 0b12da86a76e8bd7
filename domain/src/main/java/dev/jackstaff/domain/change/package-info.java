/** Changes as values: what people ask for, instruction by instruction. Knows flags and the history. */
@NullMarked
package dev.jackstaff.domain.change;

import org.jspecify.annotations.NullMarked;
