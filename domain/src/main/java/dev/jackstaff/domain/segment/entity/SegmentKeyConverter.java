package dev.jackstaff.domain.segment.entity;

import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.storage.ColumnConverter;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** JPA converter of segment keys to text. */
@Converter
public class SegmentKeyConverter extends ColumnConverter<SegmentKey, String>
        implements AttributeConverter<SegmentKey, String> {
    public SegmentKeyConverter() {
        super(SegmentKey::value, SegmentKey::new);
    }
}
