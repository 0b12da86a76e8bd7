package dev.jackstaff.protocols.unleash;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One way for a feature to be on: true where its base rule, all its constraints and all its segments hold.
 *
 * @param name which base rule: {@code default}, {@code flexibleRollout} ..., or a custom one
 * @param title for people; only in exports
 * @param disabled never true; only in exports, as a server leaves such strategies out
 * @param segments ids of the document's segments
 * @param parameters of the base rule; always texts, in the order of their names
 * @param variants what the feature answers with where this is the first true strategy; none for the feature's own
 */
public record Strategy(
        String name,
        @Nullable String title,
        boolean disabled,
        @Nullable Integer sortOrder,
        List<Integer> segments,
        List<Constraint> constraints,
        SortedMap<String, String> parameters,
        List<StrategyVariant> variants) {
    public Strategy {
        segments = List.copyOf(segments);
        constraints = List.copyOf(constraints);
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        variants = List.copyOf(variants);
    }

    /** A parameter of the base rule, or null where it is not set. */
    public @Nullable String parameter(String parameter) {
        return parameters.get(parameter);
    }
}
