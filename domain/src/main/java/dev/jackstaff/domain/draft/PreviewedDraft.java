package dev.jackstaff.domain.draft;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagStateDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft with what it makes of a flag.
 *
 * @param sentences what each step does, for people, to what was there when it was begun
 * @param settings what it makes of the settings in its environment; null if it is about what all environments share
 * @param details what it makes of the flag; null if it is about an environment
 * @param conflicts the fields that somebody else has changed since it was begun
 */
public record PreviewedDraft(
        DraftView draft,
        List<String> sentences,
        @Nullable Stages<FlagStateDetails> settings,
        @Nullable Stages<FlagDetails> details,
        List<FieldConflict> conflicts) {
    public PreviewedDraft {
        sentences = List.copyOf(sentences);
        conflicts = List.copyOf(conflicts);
    }
}
