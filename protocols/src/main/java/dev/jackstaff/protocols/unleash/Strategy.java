package dev.jackstaff.protocols.unleash;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An activation strategy: true if its base rule, all its constraints and all its segments hold.
 *
 * @param name of the base rule: {@code default}, {@code flexibleRollout} ..., or a custom one
 * @param title for people; in exports only
 * @param disabled whether it is never true; in exports only, because servers leave such strategies out
 * @param segments ids of the document's segments
 * @param parameters of the base rule; always texts, in the order of their names
 * @param variants the variants if this is the first true strategy; empty for the feature's own
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

    /** A parameter of the base rule; null if it is not set. */
    public @Nullable String parameter(String parameter) {
        return parameters.get(parameter);
    }
}
