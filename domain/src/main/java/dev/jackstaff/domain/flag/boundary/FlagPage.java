package dev.jackstaff.domain.flag.boundary;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Some flags in order of their keys, and where to go on. */
public record FlagPage(List<FlagView> items, @Nullable String next) {
    public FlagPage {
        items = List.copyOf(items);
    }

    /** The cursor of the next page, where there is one. */
    public Optional<String> nextCursor() {
        return Optional.ofNullable(next);
    }
}
