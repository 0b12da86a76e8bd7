package dev.jackstaff.domain.history;

import dev.jackstaff.domain.audit.AuditEntryView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision of an environment.
 *
 * @param projectRevision the revision of what the environment shares with the project's other environments
 * @param change who made it, why and by which instructions; null if it is not recorded
 * @param changes what was changed; empty if the revision was raised without a change, as after a restore of the database
 */
public record EnvironmentRevisionView(
        long revision, Instant at, long projectRevision, @Nullable ChangeRecord change, List<AuditEntryView> changes) {
    public EnvironmentRevisionView {
        changes = List.copyOf(changes);
    }
}
