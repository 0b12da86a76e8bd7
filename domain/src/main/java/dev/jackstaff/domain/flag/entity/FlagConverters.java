package dev.jackstaff.domain.flag.entity;

import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagVariant;
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
import java.util.List;
import java.util.stream.Collectors;

/**
 * JPA converters of a flag's columns: labels as text, structures as JSON, which the driver reads as an object whose
 * text is the JSON.
 */
public final class FlagConverters {
    private FlagConverters() {}

    /** A stored variant, whose value is parsed once the flag's type is known. */
    record StoredVariant(String key, String json, String description) {
        static StoredVariant from(FlagVariant variant) {
            return new StoredVariant(variant.key(), variant.value().json(), variant.description());
        }

        FlagVariant from(ValueType type) {
            return new FlagVariant(key, Value.parse(type, json), description);
        }

        String document() {
            return "{\"key\":" + JsonText.quoted(key) + ",\"value\":" + json + ",\"description\":"
                    + JsonText.quoted(description) + "}";
        }
    }

    static String variants(List<FlagVariant> variants) {
        return new VariantsConverter()
                .convertToDatabaseColumn(
                        variants.stream().map(StoredVariant::from).toList());
    }

    /** JPA converter of value types to labels. */
    @Converter
    public static class ValueTypeConverter implements AttributeConverter<ValueType, String> {
        @Override
        public String convertToDatabaseColumn(ValueType type) {
            return type.label();
        }

        @Override
        public ValueType convertToEntityAttribute(String label) {
            return ValueType.named(label).orElseThrow(() -> new IllegalStateException("no value type: " + label));
        }
    }

    /** JPA converter of flag kinds to labels. */
    @Converter
    public static class FlagKindConverter implements AttributeConverter<FlagKind, String> {
        @Override
        public String convertToDatabaseColumn(FlagKind kind) {
            return kind.label();
        }

        @Override
        public FlagKind convertToEntityAttribute(String label) {
            return FlagKind.fromLabel(label).orElseThrow(() -> new IllegalStateException("no kind of flag: " + label));
        }
    }

    /** JPA converter of tags to a JSON array of strings. */
    @Converter
    public static class TagsConverter implements AttributeConverter<List<String>, Object> {
        @Override
        public String convertToDatabaseColumn(List<String> tags) {
            return tags.stream().map(JsonText::quoted).collect(Collectors.joining(",", "[", "]"));
        }

        @Override
        public List<String> convertToEntityAttribute(Object json) {
            return List.copyOf(DocumentReader.readWhole(json.toString(), DocumentReader::strings));
        }
    }

    /** JPA converter of variants to {@code [{"key", "value", "description"}]}. */
    @Converter
    public static class VariantsConverter implements AttributeConverter<List<StoredVariant>, Object> {
        @Override
        public String convertToDatabaseColumn(List<StoredVariant> variants) {
            return variants.stream().map(StoredVariant::document).collect(Collectors.joining(",", "[", "]"));
        }

        @Override
        public List<StoredVariant> convertToEntityAttribute(Object json) {
            return List.copyOf(
                    DocumentReader.readWhole(json.toString(), reader -> reader.array(() -> variant(reader))));
        }

        private static StoredVariant variant(DocumentReader reader) {
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
            return new StoredVariant(read.key, read.json, read.description);
        }
    }

    /** JPA converter of prerequisites to JSON in the grammar of {@link DefinitionReader}. */
    @Converter
    public static class PrerequisitesConverter implements AttributeConverter<List<PrerequisiteDefinition>, Object> {
        @Override
        public String convertToDatabaseColumn(List<PrerequisiteDefinition> prerequisites) {
            return DefinitionWriter.prerequisites(prerequisites);
        }

        @Override
        public List<PrerequisiteDefinition> convertToEntityAttribute(Object json) {
            return List.copyOf(DefinitionReader.prerequisites(json.toString()));
        }
    }

    /** JPA converter of rules to JSON in the grammar of {@link DefinitionReader}. */
    @Converter
    public static class RulesConverter implements AttributeConverter<List<RuleDefinition>, Object> {
        @Override
        public String convertToDatabaseColumn(List<RuleDefinition> rules) {
            return DefinitionWriter.rules(rules);
        }

        @Override
        public List<RuleDefinition> convertToEntityAttribute(Object json) {
            return List.copyOf(DefinitionReader.rules(json.toString()));
        }
    }

    /** JPA converter of outcomes to JSON in the grammar of {@link DefinitionReader}. */
    @Converter
    public static class OutcomeConverter implements AttributeConverter<OutcomeDefinition, Object> {
        @Override
        public String convertToDatabaseColumn(OutcomeDefinition outcome) {
            return DefinitionWriter.outcome(outcome);
        }

        @Override
        public OutcomeDefinition convertToEntityAttribute(Object json) {
            return DefinitionReader.outcome(json.toString());
        }
    }
}
