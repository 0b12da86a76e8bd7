package dev.jackstaff.domain.segment.entity;

import dev.jackstaff.domain.segment.SegmentKey;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** JPA converter of segment keys to text. */
@Converter
public class SegmentKeyConverter implements AttributeConverter<SegmentKey, String> {
    @Override
    public String convertToDatabaseColumn(SegmentKey key) {
        return key.value();
    }

    @Override
    public SegmentKey convertToEntityAttribute(String text) {
        return new SegmentKey(text);
    }
}
