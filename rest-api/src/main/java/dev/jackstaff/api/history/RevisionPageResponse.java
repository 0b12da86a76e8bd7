package dev.jackstaff.api.history;

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

    static RevisionPageResponse of(List<EnvironmentRevisionView> revisions, int limit) {
        String next = revisions.size() < limit
                ? null
                : Long.toString(revisions.get(revisions.size() - 1).revision());
        return new RevisionPageResponse(
                revisions.stream().map(RevisionResponse::of).toList(), next);
    }
}
