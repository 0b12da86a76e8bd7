package dev.jackstaff.api.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.api.audit.AuditEntryResponse;
import dev.jackstaff.api.change.ChangeRecordResponse;
import dev.jackstaff.domain.history.EnvironmentRevisionView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision of an environment.
 *
 * @param projectRevision the revision of the project, which counts what all its environments share
 * @param change who made it, why and by which instructions; left out if it is not recorded
 * @param changes what was changed, as in the audit trail; empty if the revision was raised without a change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RevisionResponse(
        long revision,
        String at,
        long projectRevision,
        @Nullable ChangeRecordResponse change,
        List<AuditEntryResponse> changes) {
    public RevisionResponse {
        changes = List.copyOf(changes);
    }

    static RevisionResponse of(EnvironmentRevisionView view) {
        return new RevisionResponse(
                view.revision(),
                view.at().toString(),
                view.projectRevision(),
                ChangeRecordResponse.ofNullable(view.change()),
                view.changes().stream().map(AuditEntryResponse::of).toList());
    }
}
