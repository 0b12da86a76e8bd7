package dev.jackstaff.domain.project.entity;

import dev.jackstaff.domain.project.ProjectKey;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** JPA converter of project keys to text. */
@Converter
public class ProjectKeyConverter implements AttributeConverter<ProjectKey, String> {
    @Override
    public String convertToDatabaseColumn(ProjectKey key) {
        return key.value();
    }

    @Override
    public ProjectKey convertToEntityAttribute(String text) {
        return new ProjectKey(text);
    }
}
