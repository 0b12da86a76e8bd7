package dev.jackstaff.domain.flag.entity;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.storage.ColumnConverter;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** JPA converter of flag keys to text. */
@Converter
public class FlagKeyConverter extends ColumnConverter<FlagKey, String> implements AttributeConverter<FlagKey, String> {
    public FlagKeyConverter() {
        super(FlagKey::value, FlagKey::new);
    }
}
