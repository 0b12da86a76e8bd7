package dev.jackstaff.api.history;

import dev.jackstaff.api.audit.AuditEntryResponse;
import dev.jackstaff.domain.history.EnvironmentRevisionView;
import java.util.List;

/**
 * A revision of an environment.
 *
 * @param projectRevision the revision of the project, which counts what all its environments share
 * @param changes what was changed, as in the audit trail; empty if the revision was raised without a change
 */
public record RevisionResponse(long revision, String at, long projectRevision, List<AuditEntryResponse> changes) {
    public RevisionResponse {
        changes = List.copyOf(changes);
    }

    static RevisionResponse of(EnvironmentRevisionView view) {
        return new RevisionResponse(
                view.revision(),
                view.at().toString(),
                view.projectRevision(),
                view.changes().stream().map(AuditEntryResponse::of).toList());
    }
}
