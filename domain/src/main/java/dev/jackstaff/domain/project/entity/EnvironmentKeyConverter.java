package dev.jackstaff.domain.project.entity;

import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.storage.TextConverter;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** JPA converter of environment keys to text. */
@Converter
public class EnvironmentKeyConverter extends TextConverter<EnvironmentKey>
        implements AttributeConverter<EnvironmentKey, String> {
    public EnvironmentKeyConverter() {
        super(EnvironmentKey::value, EnvironmentKey::new);
    }
}
