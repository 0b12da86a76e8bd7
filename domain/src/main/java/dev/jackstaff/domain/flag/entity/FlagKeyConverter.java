package dev.jackstaff.domain.flag.entity;

import dev.jackstaff.domain.flag.FlagKey;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** JPA converter of flag keys to text. */
@Converter
public class FlagKeyConverter implements AttributeConverter<FlagKey, String> {
    @Override
    public String convertToDatabaseColumn(FlagKey key) {
        return key.value();
    }

    @Override
    public FlagKey convertToEntityAttribute(String text) {
        return new FlagKey(text);
    }
}
