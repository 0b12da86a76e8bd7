package dev.jackstaff.api.history;

import dev.jackstaff.api.http.Page;
import dev.jackstaff.api.http.RevisionQueryParser;
import dev.jackstaff.domain.history.EnvironmentVersionView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of versions of an environment's details, latest first.
 *
 * @param next the {@code cursor} of the next page, which may be empty; null if there is none
 */
public record EnvironmentVersionPageResponse(List<EnvironmentVersionResponse> items, @Nullable String next)
        implements Page {
    public EnvironmentVersionPageResponse {
        items = List.copyOf(items);
    }

    static EnvironmentVersionPageResponse of(List<EnvironmentVersionView> found, int limit) {
        return new EnvironmentVersionPageResponse(
                found.stream().map(EnvironmentVersionResponse::of).toList(),
                found.isEmpty()
                        ? null
                        : RevisionQueryParser.next(
                                found.size(), limit, found.get(found.size() - 1).projectRevision()));
    }
}
