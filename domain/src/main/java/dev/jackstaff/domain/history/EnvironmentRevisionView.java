package dev.jackstaff.domain.history;

import dev.jackstaff.domain.audit.AuditEntryView;
import java.time.Instant;
import java.util.List;

/**
 * A revision of an environment.
 *
 * @param projectRevision the revision of what the environment shares with the project's other environments
 * @param changes what was changed; empty if the revision was raised without a change, as after a restore of the database
 */
public record EnvironmentRevisionView(long revision, Instant at, long projectRevision, List<AuditEntryView> changes) {
    public EnvironmentRevisionView {
        changes = List.copyOf(changes);
    }
}
