package dev.jackstaff.api.history;

import dev.jackstaff.api.http.RevisionQueryParser;
import dev.jackstaff.domain.history.EnvironmentRevisionView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of revisions, latest first.
 *
 * @param next the {@code cursor} of the next page, which may be empty; null if there is none
 */
public record RevisionPageResponse(List<RevisionResponse> items, @Nullable String next) {
    public RevisionPageResponse {
        items = List.copyOf(items);
    }

    static RevisionPageResponse of(List<EnvironmentRevisionView> found, int limit) {
        return new RevisionPageResponse(
                found.stream().map(RevisionResponse::of).toList(),
                found.isEmpty()
                        ? null
                        : RevisionQueryParser.next(
                                found.size(), limit, found.get(found.size() - 1).revision()));
    }
}
