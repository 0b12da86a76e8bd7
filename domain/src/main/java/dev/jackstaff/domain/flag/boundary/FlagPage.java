package dev.jackstaff.domain.flag.boundary;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of flags, ordered by key, with the cursor of the next page. */
public record FlagPage(List<FlagView> items, @Nullable String next) {
    public FlagPage {
        items = List.copyOf(items);
    }

    /** The cursor of the next page, if any. */
    public Optional<String> nextCursor() {
        return Optional.ofNullable(next);
    }
}
