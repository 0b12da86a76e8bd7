package dev.jackstaff.domain.project.entity;

import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.storage.ColumnConverter;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** JPA converter of environment keys to text. */
@Converter
public class EnvironmentKeyConverter extends ColumnConverter<EnvironmentKey, String>
        implements AttributeConverter<EnvironmentKey, String> {
    public EnvironmentKeyConverter() {
        super(EnvironmentKey::value, EnvironmentKey::new);
    }
}
