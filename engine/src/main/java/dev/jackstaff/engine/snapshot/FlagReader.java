package dev.jackstaff.engine.snapshot;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The reader of the flags in a snapshot document. */
final class FlagReader {
    private final DocumentReader reader;

    FlagReader(DocumentReader reader) {
        this.reader = reader;
    }

    /** The flag at the current value. */
    FlagDefinition flag() {
        var read = new Object() {
            String key = "";

            @Nullable
            ValueType type;

            boolean enabled;
            boolean serverOnly;
            List<RawVariant> variants = List.of();

            @Nullable
            String offVariant;

            @Nullable
            OutcomeDefinition fallthrough;

            List<PrerequisiteDefinition> prerequisites = List.of();
            List<RuleDefinition> rules = List.of();
            String bucketing = FlagDefinition.NATIVE_BUCKETING;
            Map<String, String> metadata = Map.of();
        };
        reader.object(member -> {
            switch (member) {
                case "key" -> read.key = reader.string();
                case "type" -> read.type = type();
                case "enabled" -> read.enabled = reader.bool();
                case "serverOnly" -> read.serverOnly = reader.bool();
                case "variants" -> read.variants = reader.array(this::variant);
                case "offVariant" -> read.offVariant = reader.string();
                case "fallthrough" -> read.fallthrough = DefinitionReader.outcome(reader);
                case "prerequisites" -> read.prerequisites = DefinitionReader.prerequisites(reader);
                case "rules" -> read.rules = reader.array(() -> DefinitionReader.rule(reader));
                case "metadata" -> read.metadata = metadata();
                case "bucketing" -> read.bucketing = reader.string();
                default -> {
                    return false;
                }
            }
            return true;
        });
        ValueType type = read.type;
        OutcomeDefinition fallthrough = read.fallthrough;
        if (read.key.isEmpty() || type == null || fallthrough == null) {
            throw reader.refusal("a flag needs \"key\", \"type\" and \"fallthrough\"");
        }
        return new FlagDefinition(
                read.key,
                type,
                read.enabled,
                read.serverOnly,
                typed(type, read.variants),
                read.offVariant,
                fallthrough,
                read.prerequisites,
                read.rules,
                read.bucketing,
                read.metadata);
    }

    private Map<String, String> metadata() {
        Map<String, String> metadata = new TreeMap<>();
        reader.object(name -> {
            metadata.put(name, reader.json().json());
            return true;
        });
        return metadata;
    }

    /** A variant whose flag's type is not known yet, because members may come in any order. */
    private record RawVariant(String key, JsonText value) {}

    private RawVariant variant() {
        var read = new Object() {
            String key = "";

            @Nullable
            JsonText value;
        };
        reader.object(member -> {
            switch (member) {
                case "key" -> read.key = reader.string();
                case "value" -> read.value = reader.json();
                default -> {
                    return false;
                }
            }
            return true;
        });
        JsonText value = read.value;
        if (read.key.isEmpty() || value == null) {
            throw reader.refusal("a variant needs \"key\" and \"value\"");
        }
        return new RawVariant(read.key, value);
    }

    private List<VariantDefinition> typed(ValueType type, List<RawVariant> variants) {
        List<VariantDefinition> typed = new ArrayList<>(variants.size());
        for (RawVariant variant : variants) {
            typed.add(reader.checked(() -> new VariantDefinition(variant.key(), Value.of(type, variant.value()))));
        }
        return typed;
    }

    private ValueType type() {
        String name = reader.string();
        return ValueType.named(name).orElseThrow(() -> reader.refusal("unknown value type \"" + name + "\""));
    }
}
