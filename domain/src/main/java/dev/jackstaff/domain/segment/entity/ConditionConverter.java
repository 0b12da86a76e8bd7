package dev.jackstaff.domain.segment.entity;

import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.DefinitionReader;
import dev.jackstaff.engine.snapshot.DefinitionWriter;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** JPA converter of conditions to JSON, which the driver reads as an object whose text is the JSON. */
@Converter
public class ConditionConverter implements AttributeConverter<ConditionDefinition, Object> {
    @Override
    public String convertToDatabaseColumn(ConditionDefinition condition) {
        return DefinitionWriter.condition(condition);
    }

    @Override
    public ConditionDefinition convertToEntityAttribute(Object json) {
        return DefinitionReader.condition(json.toString());
    }
}
