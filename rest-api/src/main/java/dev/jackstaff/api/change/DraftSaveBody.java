package dev.jackstaff.api.change;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.draft.boundary.DraftSelection;
import dev.jackstaff.domain.project.EnvironmentKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that saves drafts of a flag as one change.
 *
 * @param shared true for the draft of what all environments share
 * @param environments the keys of the environments whose drafts are saved
 * @param reason why the change is made, for people
 * @param ticket what asked for it, in another system
 */
public record DraftSaveBody(
        @Nullable Boolean shared,
        @Nullable List<@Nullable String> environments,
        @Nullable String reason,
        @Nullable String ticket) {
    DraftSelection toSelection() {
        List<EnvironmentKey> keys = environments == null
                ? List.of()
                : RequestFields.parseList("environments", environments, EnvironmentKey::new);
        return new DraftSelection(Boolean.TRUE.equals(shared), keys);
    }
}
