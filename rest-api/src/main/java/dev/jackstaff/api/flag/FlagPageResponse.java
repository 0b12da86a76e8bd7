package dev.jackstaff.api.flag;

import dev.jackstaff.api.http.Page;
import dev.jackstaff.domain.flag.boundary.FlagPage;
import dev.jackstaff.domain.flag.boundary.FlagStatesPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of flags, ordered by key.
 *
 * @param next the {@code cursor} of the next page; null if this is the last
 */
public record FlagPageResponse(List<FlagResponse> items, @Nullable String next) implements Page {
    public FlagPageResponse {
        items = List.copyOf(items);
    }

    static FlagPageResponse of(FlagStatesPage page) {
        return new FlagPageResponse(page.items().stream().map(FlagResponse::of).toList(), page.next());
    }

    static FlagPageResponse of(FlagPage page) {
        return new FlagPageResponse(page.items().stream().map(FlagResponse::of).toList(), page.next());
    }
}
