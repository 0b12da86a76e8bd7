package dev.jackstaff.domain.project.entity;

import dev.jackstaff.domain.project.EnvironmentKey;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** JPA converter of environment keys to text. */
@Converter
public class EnvironmentKeyConverter implements AttributeConverter<EnvironmentKey, String> {
    @Override
    public String convertToDatabaseColumn(EnvironmentKey key) {
        return key.value();
    }

    @Override
    public EnvironmentKey convertToEntityAttribute(String text) {
        return new EnvironmentKey(text);
    }
}
