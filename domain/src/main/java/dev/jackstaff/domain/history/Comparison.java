package dev.jackstaff.domain.history;

import dev.jackstaff.domain.flag.FlagTraits;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.DefinitionWriter;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.SegmentDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The differences between two snapshots, of one environment or of two.
 *
 * @param flags by key
 * @param segments by key
 */
public record Comparison(Side from, Side to, List<Difference> flags, List<Difference> segments) {
    public Comparison {
        flags = List.copyOf(flags);
        segments = List.copyOf(segments);
    }

    /** An environment at a revision. */
    public record Side(String project, String environment, long revision) {
        private static Side of(Snapshot snapshot) {
            return new Side(snapshot.project(), snapshot.environment(), snapshot.revision());
        }
    }

    /** The comparison of two snapshots. Flags that are alike in both may be left out of both. */
    public static Comparison of(Snapshot from, Snapshot to) {
        return new Comparison(
                Side.of(from),
                Side.of(to),
                differences(from.flags(), to.flags(), FlagDefinition::key, Comparison::fields),
                differences(from.segments(), to.segments(), SegmentDefinition::key, Comparison::fields));
    }

    private static <T> List<Difference> differences(
            List<T> from, List<T> to, Function<T, String> key, Function<T, Map<String, String>> fields) {
        Map<String, Map<String, String>> before = byKey(from, key, fields);
        Map<String, Map<String, String>> after = byKey(to, key, fields);
        Map<String, Difference> found = new TreeMap<>();
        before.forEach((name, old) -> {
            Map<String, String> present = after.get(name);
            if (present == null) {
                found.put(name, new Difference(name, Difference.Kind.REMOVED, List.of()));
            } else if (!present.equals(old)) {
                found.put(name, new Difference(name, Difference.Kind.CHANGED, changed(old, present)));
            }
        });
        after.keySet().stream()
                .filter(name -> !before.containsKey(name))
                .forEach(name -> found.put(name, new Difference(name, Difference.Kind.ADDED, List.of())));
        return List.copyOf(found.values());
    }

    private static <T> Map<String, Map<String, String>> byKey(
            List<T> definitions, Function<T, String> key, Function<T, Map<String, String>> fields) {
        return definitions.stream().collect(Collectors.toMap(key, fields));
    }

    private static List<Difference.Field> changed(Map<String, String> before, Map<String, String> after) {
        Map<String, String> names = new LinkedHashMap<>(before);
        names.putAll(after);
        List<Difference.Field> fields = new ArrayList<>();
        names.keySet().forEach(name -> {
            if (!Objects.equals(before.get(name), after.get(name))) {
                fields.add(new Difference.Field(name, before.get(name), after.get(name)));
            }
        });
        return fields;
    }

    private static Map<String, String> fields(FlagDefinition flag) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("type", JsonText.quoted(flag.type().label()));
        fields.put("enabled", Boolean.toString(flag.enabled()));
        fields.put("serverOnly", Boolean.toString(flag.serverOnly()));
        fields.put("variants", variants(flag.variants()));
        fields.put("bucketing", JsonText.quoted(flag.bucketing()));
        String off = flag.offVariant();
        if (off != null) {
            fields.put("offVariant", JsonText.quoted(off));
        }
        fields.put("fallthrough", DefinitionWriter.outcome(flag.fallthrough()));
        fields.put("rules", DefinitionWriter.rules(flag.rules()));
        if (!flag.metadata().isEmpty()) {
            fields.put("metadata", FlagTraits.NONE.withMetadata(flag.metadata()).metadataJson());
        }
        fields.put("prerequisites", DefinitionWriter.prerequisites(flag.prerequisites()));
        return fields;
    }

    private static Map<String, String> fields(SegmentDefinition segment) {
        return Map.of("condition", DefinitionWriter.condition(segment.condition()));
    }

    private static String variants(List<VariantDefinition> variants) {
        return variants.stream()
                .map(variant -> "{\"key\":" + JsonText.quoted(variant.key()) + ",\"value\":"
                        + variant.value().json() + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
