package dev.jackstaff.domain.project.entity;

import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.storage.ColumnConverter;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** JPA converter of project keys to text. */
@Converter
public class ProjectKeyConverter extends ColumnConverter<ProjectKey, String>
        implements AttributeConverter<ProjectKey, String> {
    public ProjectKeyConverter() {
        super(ProjectKey::value, ProjectKey::new);
    }
}
