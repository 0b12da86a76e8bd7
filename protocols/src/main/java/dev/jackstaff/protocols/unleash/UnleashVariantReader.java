package dev.jackstaff.protocols.unleash;

import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.json.TolerantReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reader of the variants of features and strategies. */
final class UnleashVariantReader {
    private final DocumentReader reader;
    private final TolerantReader tolerant;

    UnleashVariantReader(DocumentReader reader, TolerantReader tolerant) {
        this.reader = reader;
        this.tolerant = tolerant;
    }

    UnleashVariant variant() {
        var read = new Object() {
            @Nullable
            String name;

            @Nullable
            Integer weight;

            @Nullable
            String weightType;

            @Nullable
            String stickiness;

            @Nullable
            Payload payload;

            List<VariantOverride> overrides = List.of();
        };
        reader.object(member -> {
            switch (member) {
                case "name" -> read.name = name();
                case "weight" -> read.weight = weight();
                case "weightType" -> read.weightType = tolerant.optionalText();
                case "stickiness" -> read.stickiness = tolerant.optionalText();
                case "payload" -> read.payload = payload();
                case "overrides" -> read.overrides = tolerant.list(this::override);
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new UnleashVariant(
                tolerant.required(read.name, "a variant needs \"name\""),
                tolerant.required(read.weight, "a variant needs \"weight\""),
                read.weightType,
                read.stickiness,
                read.payload,
                read.overrides);
    }

    StrategyVariant strategyVariant() {
        UnleashVariant variant = variant();
        return new StrategyVariant(variant.name(), variant.weight(), variant.stickiness(), variant.payload());
    }

    private String name() {
        String name = reader.string();
        if (name.isEmpty()) {
            throw reader.refusal("a variant's name must not be empty");
        }
        return name;
    }

    private int weight() {
        int weight = reader.integer();
        if (weight < 0) {
            throw reader.refusal("a weight must not be negative: " + weight);
        }
        return weight;
    }

    private @Nullable Payload payload() {
        if (reader.isNull()) {
            return null;
        }
        var read = new Object() {
            String type = "string";

            @Nullable
            String value;
        };
        reader.object(member -> {
            switch (member) {
                case "type" -> read.type = reader.string();
                case "value" -> read.value = tolerant.text();
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new Payload(read.type, tolerant.required(read.value, "a payload needs \"value\""));
    }

    private VariantOverride override() {
        var read = new Object() {
            @Nullable
            String contextName;

            List<String> values = List.of();
        };
        reader.object(member -> {
            switch (member) {
                case "contextName" -> read.contextName = reader.string();
                case "values" -> read.values = tolerant.texts();
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new VariantOverride(
                tolerant.required(read.contextName, "an override needs \"contextName\""), read.values);
    }
}
