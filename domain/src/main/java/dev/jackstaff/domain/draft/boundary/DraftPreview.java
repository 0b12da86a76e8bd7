package dev.jackstaff.domain.draft.boundary;

import dev.jackstaff.domain.Violation;
import dev.jackstaff.domain.change.boundary.ChangeResult;
import dev.jackstaff.domain.draft.DraftView;
import dev.jackstaff.domain.draft.FieldConflict;
import dev.jackstaff.domain.draft.Stages;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagStateDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What saving a draft would do.
 *
 * @param settings what it makes of the settings in its environment; null if it is about what all environments share
 * @param details what it makes of the flag; null if it is about an environment
 * @param conflicts the fields that somebody else has changed since
 * @param result what the change would do; null if it would be refused
 * @param refusal why the change would be refused; empty if it would not
 * @param violations the fields that are the reason
 */
public record DraftPreview(
        DraftView draft,
        @Nullable Stages<FlagStateDetails> settings,
        @Nullable Stages<FlagDetails> details,
        List<FieldConflict> conflicts,
        @Nullable ChangeResult result,
        String refusal,
        List<Violation> violations) {
    public DraftPreview {
        conflicts = List.copyOf(conflicts);
        violations = List.copyOf(violations);
    }
}
