package dev.jackstaff.domain.draft.boundary;

import dev.jackstaff.domain.Violation;
import dev.jackstaff.domain.change.boundary.ChangeResult;
import dev.jackstaff.domain.draft.FieldConflict;
import dev.jackstaff.domain.draft.PreviewedDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What saving drafts of a flag together would do.
 *
 * @param drafts each of them: that of what all environments share first; at least one
 * @param result what the change would do; null if it would be refused
 * @param refusal why the change would be refused; empty if it would not
 * @param violations the fields that are the reason
 */
public record DraftPreview(
        List<PreviewedDraft> drafts, @Nullable ChangeResult result, String refusal, List<Violation> violations) {
    public DraftPreview {
        drafts = List.copyOf(drafts);
        violations = List.copyOf(violations);
    }

    /** The fields of all drafts that somebody else has changed since. */
    public List<FieldConflict> conflicts() {
        return drafts.stream().flatMap(draft -> draft.conflicts().stream()).toList();
    }
}
