package dev.jackstaff.domain.flag.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of flags with their on/off states, ordered by key, with the cursor of the next page. */
public record FlagStatesPage(List<FlagOverview> items, @Nullable String next) {
    public FlagStatesPage {
        items = List.copyOf(items);
    }
}
