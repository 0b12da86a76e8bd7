/** Edits of flags that are not saved yet, as values. Knows changes. */
@NullMarked
package dev.jackstaff.domain.draft;

import org.jspecify.annotations.NullMarked;
