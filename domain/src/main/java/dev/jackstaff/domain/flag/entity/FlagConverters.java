package dev.jackstaff.domain.flag.entity;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagTraits;
import dev.jackstaff.domain.flag.FlagTraitsDocument;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.VariantValues;
import dev.jackstaff.domain.storage.ColumnConverter;
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

/** JPA converters of a flag's columns: labels as text, structures as JSON. */
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

    /** The variants as they are stored: {@code [{"key", "value", "description"}]}. */
    static String variants(List<FlagVariant> variants) {
        return document(variants.stream().map(StoredVariant::from).toList());
    }

    private static String document(List<StoredVariant> variants) {
        return variants.stream().map(StoredVariant::document).collect(Collectors.joining(",", "[", "]"));
    }

    private static List<StoredVariant> storedVariants(Object json) {
        return List.copyOf(
                DocumentReader.readWhole(json.toString(), reader -> reader.array(() -> storedVariant(reader))));
    }

    /** The variants of a stored JSON array, with their values as JSON. */
    public static List<VariantInput> storedInputs(Object json) {
        return storedVariants(json).stream()
                .map(variant -> new VariantInput(variant.key(), variant.json(), variant.description()))
                .toList();
    }

    private static StoredVariant storedVariant(DocumentReader reader) {
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

    /** The texts of a stored JSON array. */
    public static List<String> storedStrings(Object json) {
        return List.copyOf(DocumentReader.readWhole(json.toString(), DocumentReader::strings));
    }

    /** JPA converter of value types to labels. */
    @Converter
    public static class ValueTypeConverter extends ColumnConverter<ValueType, String>
            implements AttributeConverter<ValueType, String> {
        public ValueTypeConverter() {
            super(ValueType::label, readerOf(FlagDetails.TYPES));
        }
    }

    /** JPA converter of flag kinds to labels. */
    @Converter
    public static class FlagKindConverter extends ColumnConverter<FlagKind, String>
            implements AttributeConverter<FlagKind, String> {
        public FlagKindConverter() {
            super(FlagKind::label, readerOf(FlagKind.LABELS));
        }
    }

    /** JPA converter of texts, such as tags, to a JSON array of strings. */
    @Converter
    public static class StringsConverter extends ColumnConverter<List<String>, Object>
            implements AttributeConverter<List<String>, Object> {
        public StringsConverter() {
            super(JsonText::quoted, FlagConverters::storedStrings);
        }
    }

    /** JPA converter of variants to JSON. */
    @Converter
    public static class VariantsConverter extends ColumnConverter<List<StoredVariant>, Object>
            implements AttributeConverter<List<StoredVariant>, Object> {
        public VariantsConverter() {
            super(FlagConverters::document, FlagConverters::storedVariants);
        }
    }

    /** JPA converter of the values that variants have in one environment to a JSON object. */
    @Converter
    public static class VariantValuesConverter extends ColumnConverter<VariantValues, Object>
            implements AttributeConverter<VariantValues, Object> {
        public VariantValuesConverter() {
            super(VariantValues::toJson, json -> VariantValues.read(json.toString()));
        }
    }

    /** JPA converter of what only some flags have to a JSON object. */
    @Converter
    public static class TraitsConverter extends ColumnConverter<FlagTraits, Object>
            implements AttributeConverter<FlagTraits, Object> {
        public TraitsConverter() {
            super(FlagTraitsDocument::write, json -> FlagTraitsDocument.read(json.toString()));
        }
    }

    /** JPA converter of prerequisites to JSON in the grammar of {@link DefinitionReader}. */
    @Converter
    public static class PrerequisitesConverter extends ColumnConverter<List<PrerequisiteDefinition>, Object>
            implements AttributeConverter<List<PrerequisiteDefinition>, Object> {
        public PrerequisitesConverter() {
            super(
                    DefinitionWriter::prerequisites,
                    json -> List.copyOf(DefinitionReader.prerequisites(json.toString())));
        }
    }

    /** JPA converter of rules to JSON in the grammar of {@link DefinitionReader}. */
    @Converter
    public static class RulesConverter extends ColumnConverter<List<RuleDefinition>, Object>
            implements AttributeConverter<List<RuleDefinition>, Object> {
        public RulesConverter() {
            super(DefinitionWriter::rules, json -> List.copyOf(DefinitionReader.rules(json.toString())));
        }
    }

    /** JPA converter of outcomes to JSON in the grammar of {@link DefinitionReader}. */
    @Converter
    public static class OutcomeConverter extends ColumnConverter<OutcomeDefinition, Object>
            implements AttributeConverter<OutcomeDefinition, Object> {
        public OutcomeConverter() {
            super(DefinitionWriter::outcome, json -> DefinitionReader.outcome(json.toString()));
        }
    }
}
