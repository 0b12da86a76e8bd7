package dev.jackstaff.domain.segment.entity;

import dev.jackstaff.domain.storage.ColumnConverter;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.DefinitionReader;
import dev.jackstaff.engine.snapshot.DefinitionWriter;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** JPA converter of conditions to JSON in the grammar of {@link DefinitionReader}. */
@Converter
public class ConditionConverter extends ColumnConverter<ConditionDefinition, Object>
        implements AttributeConverter<ConditionDefinition, Object> {
    public ConditionConverter() {
        super(DefinitionWriter::condition, json -> DefinitionReader.condition(json.toString()));
    }
}
