package dev.jackstaff.domain.attribute.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.attribute.AttributeName;
import dev.jackstaff.domain.attribute.entity.ContextAttribute;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.NativeColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The attributes of projects in the database. */
@ApplicationScoped
public class AttributeStore {
    private static final String RECORD_DELETION =
            """
            insert into context_attribute_version (project_id, project_revision, deleted, name, type, description, legal_values)
            select p.id, p.revision + 1, true, a.name, a.type, a.description, a.legal_values
            from context_attribute a join project p on p.id = a.project_id where a.id = cast(?1 as uuid)
            on conflict do nothing
            """;

    /** The names that segments use, and the rules and fallthroughs of flags that are not archived: to compare, and to stick to. */
    private static final String USED =
            """
            select distinct cast(n.name as text) collate "C" as name from (
                select jsonb_array_elements_text(jsonb_path_query_array(s.rules, '$[*].condition.**.attribute')
                    || jsonb_path_query_array(s.rules, '$[*].*.stickiness'))
                from flag_state s join flag f on f.id = s.flag_id
                where f.project_id = cast(?1 as uuid) and not f.archived
                union all
                select s.fallthrough ->> 'stickiness' from flag_state s join flag f on f.id = s.flag_id
                where f.project_id = cast(?1 as uuid) and not f.archived and jsonb_exists(s.fallthrough, 'stickiness')
                union all
                select jsonb_array_elements_text(jsonb_path_query_array(g.condition, '$.**.attribute'))
                from segment g where g.project_id = cast(?1 as uuid)) n (name)
            where n.name not in ('default', 'random')
            order by 1
            """;

    @Inject
    EntityManager entities;

    /** The attributes that a project defines, by name. */
    public List<ContextAttribute> all(Project project) {
        return entities.createQuery(
                        "select a from ContextAttribute a where a.projectId = :project order by a.name",
                        ContextAttribute.class)
                .setParameter("project", project.id())
                .getResultList();
    }

    /** A project, and the attributes that it defines, by name; NotFound if there is no such project. */
    public record Defined(Project project, List<ContextAttribute> attributes) {
        public Defined {
            attributes = List.copyOf(attributes);
        }
    }

    /** The attributes that a project defines, with that; with one statement. */
    public Defined defined(ProjectKey key) {
        List<Object[]> rows = entities.createQuery(
                        "select p, a from Project p left join ContextAttribute a on a.projectId = p.id"
                                + " where p.key = :project order by a.name",
                        Object[].class)
                .setParameter("project", key)
                .getResultList();
        Project project = rows.stream()
                .map(row -> (Project) row[0])
                .findFirst()
                .orElseThrow(() -> new DomainException.NotFound("project", key));
        return new Defined(
                project,
                rows.stream()
                        .flatMap(row -> Optional.ofNullable((ContextAttribute) row[1]).stream())
                        .toList());
    }

    /** How many a project defines. */
    public long count(Project project) {
        return entities.createQuery("select count(a) from ContextAttribute a where a.projectId = :project", Long.class)
                .setParameter("project", project.id())
                .getSingleResult();
    }

    /** The names of attributes that rules and segments of a project use, in their order. */
    public List<String> usedNames(Project project) {
        return NativeColumns.texts(entities.createNativeQuery(USED)
                .setParameter(1, project.id().toString())
                .getResultList());
    }

    public Optional<ContextAttribute> find(Project project, AttributeName name) {
        return entities.createQuery(
                        "select a from ContextAttribute a where a.projectId = :project and a.name = :name",
                        ContextAttribute.class)
                .setParameter("project", project.id())
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    /** The attribute, or {@link DomainException.NotFound}. */
    public ContextAttribute existing(Project project, AttributeName name) {
        return find(project, name).orElseThrow(() -> new DomainException.NotFound("attribute", name));
    }

    public void add(ContextAttribute attribute) {
        entities.persist(attribute);
    }

    /** Removes an attribute. The history says so in the revision of the project that is raised next. */
    public void remove(ContextAttribute attribute) {
        entities.createNativeQuery(RECORD_DELETION)
                .setParameter(1, attribute.id().toString())
                .executeUpdate();
        entities.remove(attribute);
    }
}
