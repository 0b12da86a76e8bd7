package dev.jackstaff.api.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.api.change.ChangeRecordResponse;
import dev.jackstaff.domain.history.EnvironmentVersionView;
import org.jspecify.annotations.Nullable;

/**
 * The details of an environment as they were, until their next version.
 *
 * @param projectRevision the revision of the project since which they were so
 * @param change what made them so; left out if that is not recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnvironmentVersionResponse(
        long projectRevision,
        String at,
        String name,
        boolean production,
        int sortOrder,
        @Nullable ChangeRecordResponse change) {
    static EnvironmentVersionResponse of(EnvironmentVersionView view) {
        return new EnvironmentVersionResponse(
                view.projectRevision(),
                view.at().toString(),
                view.details().name(),
                view.details().production(),
                view.details().sortOrder(),
                ChangeRecordResponse.ofNullable(view.change()));
    }
}
