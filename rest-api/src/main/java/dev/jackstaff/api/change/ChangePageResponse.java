package dev.jackstaff.api.change;

import dev.jackstaff.api.http.RevisionQueryParser;
import dev.jackstaff.domain.history.ChangeRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of changes, latest first.
 *
 * @param next the {@code cursor} of the next page, which may be empty; null if there is none
 */
public record ChangePageResponse(List<ChangeRecordResponse> items, @Nullable String next) {
    public ChangePageResponse {
        items = List.copyOf(items);
    }

    static ChangePageResponse of(List<ChangeRecord> found, int limit) {
        return new ChangePageResponse(
                found.stream().map(ChangeRecordResponse::of).toList(),
                found.isEmpty()
                        ? null
                        : RevisionQueryParser.next(
                                found.size(), limit, found.get(found.size() - 1).id()));
    }
}
