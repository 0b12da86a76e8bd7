/** The drafts in the database, and what they are about. */
@NullMarked
package dev.jackstaff.domain.draft.control;

import org.jspecify.annotations.NullMarked;
