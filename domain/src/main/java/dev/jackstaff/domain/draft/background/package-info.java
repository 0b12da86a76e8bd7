/** The loop that removes drafts that nobody edits any more. */
@NullMarked
package dev.jackstaff.domain.draft.background;

import org.jspecify.annotations.NullMarked;
