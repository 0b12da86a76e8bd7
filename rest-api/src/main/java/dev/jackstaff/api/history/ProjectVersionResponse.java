package dev.jackstaff.api.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.api.change.ChangeRecordResponse;
import dev.jackstaff.domain.history.ProjectVersionView;
import org.jspecify.annotations.Nullable;

/**
 * The details of a project as they were, until their next version.
 *
 * @param projectRevision the revision of the project since which they were so
 * @param change what made them so; left out if that is not recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProjectVersionResponse(
        long projectRevision, String at, String name, String description, @Nullable ChangeRecordResponse change) {
    static ProjectVersionResponse of(ProjectVersionView view) {
        return new ProjectVersionResponse(
                view.projectRevision(),
                view.at().toString(),
                view.details().name(),
                view.details().description(),
                ChangeRecordResponse.ofNullable(view.change()));
    }
}
