package dev.jackstaff.domain.segment.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.audit.control.AuditLog;
import dev.jackstaff.domain.audit.control.Change;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.control.Revisions;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.segment.control.SegmentDeletion;
import dev.jackstaff.domain.segment.control.SegmentEditor;
import dev.jackstaff.domain.segment.control.SegmentGraph;
import dev.jackstaff.domain.segment.control.SegmentStore;
import dev.jackstaff.domain.segment.entity.Segment;
import dev.jackstaff.domain.storage.Storage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** The segments of a project. */
@ApplicationScoped
@Transactional
@RequiresRole(Role.VIEWER)
public class Segments {
    @Inject
    ProjectStore projects;

    @Inject
    SegmentStore segments;

    @Inject
    SegmentEditor editor;

    @Inject
    Revisions revisions;

    @Inject
    AuditLog audit;

    @Inject
    Storage storage;

    @Inject
    Event<SegmentDeletion> deletion;

    /** A project's segments, by key. */
    public List<SegmentView> list(ProjectKey projectKey) {
        return segments.all(projects.existing(projectKey)).stream()
                .map(SegmentView::of)
                .toList();
    }

    /** The segment of this key, or NotFound. */
    public SegmentView get(ProjectKey projectKey, SegmentKey key) {
        return SegmentView.of(segments.existing(projects.existing(projectKey), key));
    }

    /** A new segment; Conflict where the key is taken. */
    @RequiresRole(Role.EDITOR)
    public SegmentView create(ProjectKey projectKey, NewSegment command) {
        Project project = projects.locked(projectKey);
        if (segments.find(project, command.key()).isPresent()) {
            throw new DomainException.Conflict("there is a segment \"" + command.key() + "\" already");
        }
        SegmentGraph graph = SegmentGraph.of(segments.all(project));
        Segment segment = editor.create(project, command.key());
        editor.change(segment, command.details(), graph);
        audit.record(Change.created(segment.subject(projectKey), segment.facts()));
        revisions.raiseAll(project);
        return SegmentView.of(segment);
    }

    /** The segment with other details; Conflict where it would contain itself. */
    @RequiresRole(Role.EDITOR)
    public SegmentView update(ProjectKey projectKey, SegmentKey key, SegmentDetails details, ExpectedVersion expected) {
        Project project = projects.locked(projectKey);
        Segment segment = segments.existing(project, key);
        expected.check("segment", segment.version());
        String before = segment.facts();
        boolean conditionChanged = editor.change(segment, details, SegmentGraph.of(segments.all(project)));
        if (!segment.facts().equals(before)) {
            audit.record(Change.updated(segment.subject(projectKey), before, segment.facts()));
        }
        storage.flush();
        if (conditionChanged) {
            revisions.raiseAll(project);
        }
        return SegmentView.of(segment);
    }

    /** Deletes a segment; Conflict where flags or segments use it. */
    @RequiresRole(Role.EDITOR)
    public void delete(ProjectKey projectKey, SegmentKey key, ExpectedVersion expected) {
        Project project = projects.locked(projectKey);
        Segment segment = segments.existing(project, key);
        expected.check("segment", segment.version());
        List<String> containing = SegmentGraph.of(segments.all(project)).containing(key.value());
        if (!containing.isEmpty()) {
            throw new DomainException.Conflict(
                    "segment \"" + key + "\" is part of the segments " + String.join(", ", containing));
        }
        deletion.fire(new SegmentDeletion(project, segment));
        audit.record(Change.deleted(segment.subject(projectKey), segment.facts()));
        segments.remove(segment);
        revisions.raiseAll(project);
    }
}
