package dev.jackstaff.protocols.unleash;

import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.json.TolerantReader;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A reader of strategies and their constraints. */
final class StrategyReader {
    private final DocumentReader reader;
    private final TolerantReader tolerant;
    private final UnleashVariantReader variants;

    StrategyReader(DocumentReader reader, TolerantReader tolerant, UnleashVariantReader variants) {
        this.reader = reader;
        this.tolerant = tolerant;
        this.variants = variants;
    }

    Strategy strategy() {
        var read = new Object() {
            @Nullable
            String name;

            @Nullable
            String title;

            boolean disabled;

            @Nullable
            Integer sortOrder;

            List<Integer> segments = List.of();
            List<Constraint> constraints = List.of();
            SortedMap<String, String> parameters = Collections.emptySortedMap();
            List<StrategyVariant> variants = List.of();
        };
        reader.object(member -> {
            switch (member) {
                case "name" -> read.name = reader.string();
                case "title" -> read.title = tolerant.optionalText();
                case "disabled" -> read.disabled = tolerant.bool(false);
                case "sortOrder" -> read.sortOrder = reader.isNull() ? null : (Integer) reader.integer();
                case "segments" -> read.segments = tolerant.list(reader::integer);
                case "constraints" -> read.constraints = tolerant.list(this::constraint);
                case "parameters" -> read.parameters = tolerant.textsByName();
                case "variants" -> read.variants = tolerant.list(variants::strategyVariant);
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new Strategy(
                tolerant.required(read.name, "a strategy needs \"name\""),
                read.title,
                read.disabled,
                read.sortOrder,
                read.segments,
                read.constraints,
                read.parameters,
                read.variants);
    }

    Constraint constraint() {
        var read = new Object() {
            @Nullable
            String contextName;

            @Nullable
            String operator;

            boolean caseInsensitive;
            boolean inverted;
            List<String> values = List.of();

            @Nullable
            String value;
        };
        reader.object(member -> {
            switch (member) {
                case "contextName" -> read.contextName = reader.string();
                case "operator" -> read.operator = reader.string();
                case "caseInsensitive" -> read.caseInsensitive = tolerant.bool(false);
                case "inverted" -> read.inverted = tolerant.bool(false);
                case "values" -> read.values = tolerant.texts();
                case "value" -> read.value = tolerant.optionalText();
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new Constraint(
                tolerant.required(read.contextName, "a constraint needs \"contextName\""),
                tolerant.required(read.operator, "a constraint needs \"operator\""),
                read.caseInsensitive,
                read.inverted,
                read.values,
                read.value);
    }
}
