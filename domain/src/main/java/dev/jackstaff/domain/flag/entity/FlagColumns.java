package dev.jackstaff.domain.flag.entity;

import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.Variant;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.DefinitionReader;
import dev.jackstaff.engine.snapshot.DefinitionWriter;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How what a flag consists of is kept in columns: labels as text, everything with parts as JSON, which the driver reads as an
 * object of its own whose text it is.
 */
public final class FlagColumns {
    private FlagColumns() {}

    /** A variant before the type of its flag is known. */
    record VariantText(String key, String json, String description) {
        static VariantText of(Variant variant) {
            return new VariantText(variant.key(), variant.value().json(), variant.description());
        }

        Variant of(ValueType type) {
            return new Variant(key, Value.parse(type, json), description);
        }

        String document() {
            return "{\"key\":" + JsonText.quoted(key) + ",\"value\":" + json + ",\"description\":"
                    + JsonText.quoted(description) + "}";
        }
    }

    static String variants(List<Variant> variants) {
        return new Variants()
                .convertToDatabaseColumn(variants.stream().map(VariantText::of).toList());
    }

    static String prerequisites(List<PrerequisiteDefinition> prerequisites) {
        return new Prerequisites().convertToDatabaseColumn(prerequisites);
    }

    /** A value type by its label. */
    @Converter
    public static class Type implements AttributeConverter<ValueType, String> {
        @Override
        public String convertToDatabaseColumn(ValueType type) {
            return type.label();
        }

        @Override
        public ValueType convertToEntityAttribute(String label) {
            return ValueType.named(label).orElseThrow(() -> new IllegalStateException("no value type: " + label));
        }
    }

    /** A kind by its label. */
    @Converter
    public static class Kind implements AttributeConverter<FlagKind, String> {
        @Override
        public String convertToDatabaseColumn(FlagKind kind) {
            return kind.label();
        }

        @Override
        public FlagKind convertToEntityAttribute(String label) {
            return FlagKind.named(label).orElseThrow(() -> new IllegalStateException("no kind of flag: " + label));
        }
    }

    /** Tags as an array of strings. */
    @Converter
    public static class Tags implements AttributeConverter<List<String>, Object> {
        @Override
        public String convertToDatabaseColumn(List<String> tags) {
            return strings(tags);
        }

        @Override
        public List<String> convertToEntityAttribute(Object json) {
            return List.copyOf(DocumentReader.whole(json.toString(), DocumentReader::strings));
        }
    }

    /** Variants as {@code [{"key", "value", "description"}]}. */
    @Converter
    public static class Variants implements AttributeConverter<List<VariantText>, Object> {
        @Override
        public String convertToDatabaseColumn(List<VariantText> variants) {
            return variants.stream().map(VariantText::document).collect(Collectors.joining(",", "[", "]"));
        }

        @Override
        public List<VariantText> convertToEntityAttribute(Object json) {
            return List.copyOf(DocumentReader.whole(json.toString(), reader -> reader.array(() -> variant(reader))));
        }

        private static VariantText variant(DocumentReader reader) {
            var read = new Object() {
                String key = "";
                String json = "null";
                String description = "";
            };
            reader.object(member -> {
                switch (member) {
                    case "key" -> read.key = reader.string();
                    case "value" -> read.json = reader.json().json();
                    case "description" -> read.description = reader.string();
                    default -> {
                        return false;
                    }
                }
                return true;
            });
            return new VariantText(read.key, read.json, read.description);
        }
    }

    /** Prerequisites as {@code [{"flag", "variants"}]}. */
    @Converter
    public static class Prerequisites implements AttributeConverter<List<PrerequisiteDefinition>, Object> {
        @Override
        public String convertToDatabaseColumn(List<PrerequisiteDefinition> prerequisites) {
            return prerequisites.stream()
                    .map(prerequisite -> "{\"flag\":" + JsonText.quoted(prerequisite.flag()) + ",\"variants\":"
                            + strings(prerequisite.variants()) + "}")
                    .collect(Collectors.joining(",", "[", "]"));
        }

        @Override
        public List<PrerequisiteDefinition> convertToEntityAttribute(Object json) {
            return List.copyOf(
                    DocumentReader.whole(json.toString(), reader -> reader.array(() -> prerequisite(reader))));
        }

        private static PrerequisiteDefinition prerequisite(DocumentReader reader) {
            List<String> flag = new ArrayList<>();
            List<String> variants = new ArrayList<>();
            reader.object(member -> {
                switch (member) {
                    case "flag" -> flag.add(reader.string());
                    case "variants" -> variants.addAll(reader.strings());
                    default -> {
                        return false;
                    }
                }
                return true;
            });
            return new PrerequisiteDefinition(String.join("", flag), variants);
        }
    }

    /** Rules in the grammar of {@link DefinitionReader}. */
    @Converter
    public static class Rules implements AttributeConverter<List<RuleDefinition>, Object> {
        @Override
        public String convertToDatabaseColumn(List<RuleDefinition> rules) {
            return DefinitionWriter.rules(rules);
        }

        @Override
        public List<RuleDefinition> convertToEntityAttribute(Object json) {
            return List.copyOf(DefinitionReader.rules(json.toString()));
        }
    }

    /** An outcome in the grammar of {@link DefinitionReader}. */
    @Converter
    public static class Outcome implements AttributeConverter<OutcomeDefinition, Object> {
        @Override
        public String convertToDatabaseColumn(OutcomeDefinition outcome) {
            return DefinitionWriter.outcome(outcome);
        }

        @Override
        public OutcomeDefinition convertToEntityAttribute(Object json) {
            return DefinitionReader.outcome(json.toString());
        }
    }

    private static String strings(List<String> texts) {
        return texts.stream().map(JsonText::quoted).collect(Collectors.joining(",", "[", "]"));
    }
}
