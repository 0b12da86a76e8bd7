package dev.jackstaff.domain.storage;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JPA converter of ids that may be null, on which EclipseLink's own conversion of UUIDs fails. */
@Converter
public class NullableUuidConverter implements AttributeConverter<@Nullable UUID, @Nullable Object> {
    @Override
    public @Nullable Object convertToDatabaseColumn(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    @Override
    public @Nullable UUID convertToEntityAttribute(@Nullable Object column) {
        return column == null ? null : UUID.fromString(column.toString());
    }
}
