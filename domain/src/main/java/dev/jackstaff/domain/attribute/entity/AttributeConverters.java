package dev.jackstaff.domain.attribute.entity;

import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.domain.attribute.AttributeName;
import dev.jackstaff.domain.attribute.AttributeType;
import dev.jackstaff.domain.storage.ColumnConverter;
import dev.jackstaff.engine.snapshot.DocumentReader;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** JPA converters of an attribute's columns. */
public final class AttributeConverters {
    private AttributeConverters() {}

    /** The values of a stored JSON array. */
    public static List<String> storedValues(Object json) {
        return List.copyOf(DocumentReader.readWhole(json.toString(), DocumentReader::strings));
    }

    /** JPA converter of names to text. */
    @Converter
    public static class NameConverter extends ColumnConverter<AttributeName, String>
            implements AttributeConverter<AttributeName, String> {
        public NameConverter() {
            super(AttributeName::value, AttributeName::new);
        }
    }

    /** JPA converter of types to their labels. */
    @Converter
    public static class TypeConverter extends ColumnConverter<AttributeType, String>
            implements AttributeConverter<AttributeType, String> {
        public TypeConverter() {
            super(AttributeType::label, readerOf(AttributeType.LABELS));
        }
    }

    /** JPA converter of legal values to a JSON array of strings. */
    @Converter
    public static class ValuesConverter extends ColumnConverter<List<String>, Object>
            implements AttributeConverter<List<String>, Object> {
        public ValuesConverter() {
            super(AttributeDetails::strings, AttributeConverters::storedValues);
        }
    }
}
