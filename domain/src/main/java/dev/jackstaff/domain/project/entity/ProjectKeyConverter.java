package dev.jackstaff.domain.project.entity;

import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.storage.TextConverter;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** JPA converter of project keys to text. */
@Converter
public class ProjectKeyConverter extends TextConverter<ProjectKey> implements AttributeConverter<ProjectKey, String> {
    public ProjectKeyConverter() {
        super(ProjectKey::value, ProjectKey::new);
    }
}
