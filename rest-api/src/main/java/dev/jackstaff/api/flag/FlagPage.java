package dev.jackstaff.api.flag;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some flags in order of their keys.
 *
 * @param next the {@code cursor} of the next page; null where this is the last
 */
public record FlagPage(List<Flag> items, @Nullable String next) {
    public FlagPage {
        items = List.copyOf(items);
    }

    static FlagPage of(dev.jackstaff.domain.flag.boundary.FlagPage page) {
        return new FlagPage(page.items().stream().map(Flag::of).toList(), page.next());
    }
}
