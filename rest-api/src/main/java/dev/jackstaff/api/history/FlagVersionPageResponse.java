package dev.jackstaff.api.history;

import dev.jackstaff.api.http.RevisionQueryParser;
import dev.jackstaff.domain.history.FlagVersionView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of versions of a flag, latest first.
 *
 * @param next the {@code cursor} of the next page, which may be empty; null if there is none
 */
public record FlagVersionPageResponse(List<FlagVersionResponse> items, @Nullable String next) {
    public FlagVersionPageResponse {
        items = List.copyOf(items);
    }

    static FlagVersionPageResponse of(List<FlagVersionView> found, int limit) {
        return new FlagVersionPageResponse(
                found.stream().map(FlagVersionResponse::of).toList(),
                found.isEmpty()
                        ? null
                        : RevisionQueryParser.next(
                                found.size(), limit, found.get(found.size() - 1).projectRevision()));
    }
}
