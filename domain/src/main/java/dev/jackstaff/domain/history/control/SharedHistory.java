package dev.jackstaff.domain.history.control;

import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.domain.attribute.AttributeName;
import dev.jackstaff.domain.attribute.AttributeType;
import dev.jackstaff.domain.attribute.entity.AttributeConverters;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The recorded versions of what no snapshot holds. They are written where revisions of a project are raised. */
@ApplicationScoped
public class SharedHistory {
    private static final String ATTRIBUTE_AT =
            """
            select type, description, cast(legal_values as text), deleted from context_attribute_version
            where project_id = cast(?1 as uuid) and name = ?2 and project_revision <= ?3
            order by project_revision desc
            """;

    @Inject
    EntityManager entities;

    /** The definition of an attribute as of a revision of its project; empty if there was none, or it is not recorded. */
    public Optional<AttributeDetails> attributeAt(Project project, AttributeName name, long projectRevision) {
        List<?> rows = entities.createNativeQuery(ATTRIBUTE_AT)
                .setParameter(1, project.id().toString())
                .setParameter(2, name.value())
                .setParameter(3, projectRevision)
                .setMaxResults(1)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .filter(row -> !(Boolean) row[3])
                .map(row -> new AttributeDetails(
                        AttributeType.LABELS.find((String) row[0]).orElseThrow(),
                        (String) row[1],
                        AttributeConverters.storedValues(row[2])))
                .findFirst();
    }
}
