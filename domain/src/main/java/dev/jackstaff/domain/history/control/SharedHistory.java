package dev.jackstaff.domain.history.control;

import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.domain.attribute.AttributeName;
import dev.jackstaff.domain.attribute.AttributeType;
import dev.jackstaff.domain.attribute.entity.AttributeConverters;
import dev.jackstaff.domain.history.control.VersionStore.Recorded;
import dev.jackstaff.domain.project.EnvironmentColour;
import dev.jackstaff.domain.project.EnvironmentDetails;
import dev.jackstaff.domain.project.ProjectDetails;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.NativeColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** The recorded versions of what no snapshot holds. They are written where revisions of a project are raised. */
@ApplicationScoped
public class SharedHistory {
    private static final String ATTRIBUTE_AT =
            """
            select type, description, cast(legal_values as text), deleted from context_attribute_version
            where project_id = cast(?1 as uuid) and name = ?2 and project_revision <= ?3
            order by project_revision desc
            """;

    private static final String ATTRIBUTES_AT =
            """
            select type, description, legal, deleted, name from (
                select distinct on (name) name, type, description, cast(legal_values as text) as legal, deleted
                from context_attribute_version
                where project_id = cast(?1 as uuid) and project_revision <= ?2
                order by name, project_revision desc) latest
            """;

    private static final String PROJECT_AT =
            """
            select name, description from project_version
            where project_id = cast(?1 as uuid) and project_revision <= ?2 order by project_revision desc
            """;

    private static final String ENVIRONMENT_AT =
            """
            select name, production, sort_order, colour from environment_version
            where environment_id = cast(?1 as uuid) and project_revision <= ?2 order by project_revision desc
            """;

    private static final String VERSIONS_OF_PROJECT =
            """
            select v.name, v.description, v.project_revision, r.at, %s
            from project_version v
            join project_revision r on r.project_id = v.project_id and r.revision = v.project_revision
            left join change c on c.id = r.change_id
            where v.project_id = cast(?1 as uuid) and v.project_revision < ?2
            order by v.project_revision desc
            """
                    .formatted(ChangeRecordStore.COLUMNS);

    private static final String VERSIONS_OF_ENVIRONMENT =
            """
            select v.name, v.production, v.sort_order, v.colour, v.project_revision, r.at, %s
            from environment_version v join environment e on e.id = v.environment_id
            join project_revision r on r.project_id = e.project_id and r.revision = v.project_revision
            left join change c on c.id = r.change_id
            where v.environment_id = cast(?1 as uuid) and v.project_revision < ?2
            order by v.project_revision desc
            """
                    .formatted(ChangeRecordStore.COLUMNS);

    @Inject
    EntityManager entities;

    /** The details of a project as of one of its revisions; empty if they are not recorded. */
    public Optional<ProjectDetails> projectAt(Project project, long projectRevision) {
        return rows(PROJECT_AT, project.id(), projectRevision, 1)
                .map(SharedHistory::project)
                .findFirst();
    }

    /** The details of an environment as of a revision of its project; empty if they are not recorded. */
    public Optional<EnvironmentDetails> environmentAt(Environment environment, long projectRevision) {
        return rows(ENVIRONMENT_AT, environment.id(), projectRevision, 1)
                .map(SharedHistory::environment)
                .findFirst();
    }

    /** The versions of a project's details below one of its revisions, latest first. */
    public List<Recorded<ProjectDetails>> versions(Project project, long below, int limit) {
        return rows(VERSIONS_OF_PROJECT, project.id(), below, limit)
                .map(row -> Recorded.of(project(row), NativeColumns.number(row[2]), row, 3))
                .toList();
    }

    /** The versions of an environment's details below a revision of its project, latest first. */
    public List<Recorded<EnvironmentDetails>> versions(Environment environment, long below, int limit) {
        return rows(VERSIONS_OF_ENVIRONMENT, environment.id(), below, limit)
                .map(row -> Recorded.of(environment(row), NativeColumns.number(row[4]), row, 5))
                .toList();
    }

    private static ProjectDetails project(Object[] row) {
        return new ProjectDetails((String) row[0], (String) row[1]);
    }

    private static EnvironmentDetails environment(Object[] row) {
        return new EnvironmentDetails(
                (String) row[0],
                (Boolean) row[1],
                Math.toIntExact(NativeColumns.number(row[2])),
                EnvironmentColour.LABELS.find((String) row[3]).orElseThrow());
    }

    private Stream<Object[]> rows(String statement, UUID id, long revision, int limit) {
        List<?> rows = entities.createNativeQuery(statement)
                .setParameter(1, id.toString())
                .setParameter(2, revision)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream().map(Object[].class::cast);
    }

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
                .map(SharedHistory::attribute)
                .findFirst();
    }

    /** The attributes that a project defined at one of its revisions, by name. */
    public SortedMap<String, AttributeDetails> attributesAt(Project project, long projectRevision) {
        SortedMap<String, AttributeDetails> attributes = new TreeMap<>();
        rows(ATTRIBUTES_AT, project.id(), projectRevision, Integer.MAX_VALUE)
                .filter(row -> !(Boolean) row[3])
                .forEach(row -> attributes.put((String) row[4], attribute(row)));
        return attributes;
    }

    private static AttributeDetails attribute(Object[] row) {
        return new AttributeDetails(
                AttributeType.LABELS.find((String) row[0]).orElseThrow(),
                (String) row[1],
                AttributeConverters.storedValues(row[2]));
    }
}
