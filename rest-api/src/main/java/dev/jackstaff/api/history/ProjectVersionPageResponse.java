package dev.jackstaff.api.history;

import dev.jackstaff.api.http.Page;
import dev.jackstaff.api.http.RevisionQueryParser;
import dev.jackstaff.domain.history.ProjectVersionView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of versions of a project's details, latest first.
 *
 * @param next the {@code cursor} of the next page, which may be empty; null if there is none
 */
public record ProjectVersionPageResponse(List<ProjectVersionResponse> items, @Nullable String next) implements Page {
    public ProjectVersionPageResponse {
        items = List.copyOf(items);
    }

    static ProjectVersionPageResponse of(List<ProjectVersionView> found, int limit) {
        return new ProjectVersionPageResponse(
                found.stream().map(ProjectVersionResponse::of).toList(),
                found.isEmpty()
                        ? null
                        : RevisionQueryParser.next(
                                found.size(), limit, found.get(found.size() - 1).projectRevision()));
    }
}
