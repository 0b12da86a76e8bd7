/** The use cases of drafts. */
@NullMarked
package dev.jackstaff.domain.draft.boundary;

import org.jspecify.annotations.NullMarked;
