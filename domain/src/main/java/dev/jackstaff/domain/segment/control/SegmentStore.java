package dev.jackstaff.domain.segment.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.segment.entity.Segment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Segments in the database. */
@ApplicationScoped
public class SegmentStore {
    private static final String RECORD_DELETION =
            """
            insert into segment_version (project_id, project_revision, deleted, segment_id, key, name, description, condition)
            select p.id, p.revision + 1, true, g.id, g.key, g.name, g.description, g.condition
            from segment g join project p on p.id = g.project_id where g.id = cast(?1 as uuid)
            """;

    @Inject
    EntityManager entities;

    /** A project's segments, by key. */
    public List<Segment> all(Project project) {
        return entities.createQuery(
                        "select s from Segment s where s.projectId = :project order by s.key", Segment.class)
                .setParameter("project", project.id())
                .getResultList();
    }

    public Optional<Segment> find(Project project, SegmentKey key) {
        return entities.createQuery(
                        "select s from Segment s where s.projectId = :project and s.key = :key", Segment.class)
                .setParameter("project", project.id())
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    /** The segment, or {@link DomainException.NotFound}. */
    public Segment existing(Project project, SegmentKey key) {
        return find(project, key).orElseThrow(() -> new DomainException.NotFound("segment", key));
    }

    public void add(Segment segment) {
        entities.persist(segment);
    }

    /** Removes a segment. The history says so in the revision of the project that is raised next. */
    public void remove(Segment segment) {
        entities.createNativeQuery(RECORD_DELETION)
                .setParameter(1, segment.id().toString())
                .executeUpdate();
        entities.remove(segment);
    }
}
