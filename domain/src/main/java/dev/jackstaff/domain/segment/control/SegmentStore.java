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

    public void remove(Segment segment) {
        entities.remove(segment);
    }
}
