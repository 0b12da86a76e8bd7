package dev.jackstaff.domain.segment.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.control.Revisions;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.segment.control.SegmentDeletion;
import dev.jackstaff.domain.segment.control.SegmentEditor;
import dev.jackstaff.domain.segment.control.SegmentGraph;
import dev.jackstaff.domain.segment.control.SegmentStore;
import dev.jackstaff.domain.segment.entity.Segment;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Function;

/** The use cases of a project's segments. */
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
    AuditRecorder audit;

    @Inject
    UnitOfWork unitOfWork;

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

    /** Creates a segment; Conflict if the key is in use. */
    @RequiresRole(Role.EDITOR)
    public SegmentView create(ProjectKey projectKey, NewSegment command) {
        Project project = projects.existingForUpdate(projectKey);
        if (segments.find(project, command.key()).isPresent()) {
            throw DomainException.Conflict.exists("segment", command.key());
        }
        SegmentGraph graph = SegmentGraph.of(segments.all(project));
        Segment segment = editor.create(project, command.key());
        editor.update(segment, command.details(), graph);
        audit.record(AuditChange.created(segment.subject(projectKey), segment.auditJson()));
        revisions.raiseProject(project);
        return SegmentView.of(segment);
    }

    /** Updates a segment; Conflict if it would contain itself. */
    @RequiresRole(Role.EDITOR)
    public SegmentView update(ProjectKey projectKey, SegmentKey key, SegmentDetails details, ExpectedVersion expected) {
        return update(projectKey, key, current -> details, expected);
    }

    /** As above, with details that are computed from those that the segment has. */
    @RequiresRole(Role.EDITOR)
    public SegmentView update(
            ProjectKey projectKey,
            SegmentKey key,
            Function<SegmentView, SegmentDetails> change,
            ExpectedVersion expected) {
        Project project = projects.existingForUpdate(projectKey);
        Segment segment = segments.existing(project, key);
        expected.check("segment", segment.version());
        SegmentDetails details = change.apply(SegmentView.of(segment));
        String before = segment.auditJson();
        boolean conditionChanged = editor.update(segment, details, SegmentGraph.of(segments.all(project)));
        boolean described =
                audit.recordIfChanged(AuditChange.updated(segment.subject(projectKey), before, segment.auditJson()));
        unitOfWork.flush();
        if (conditionChanged) {
            revisions.raiseProject(project);
        } else if (described) {
            revisions.raiseShared(project);
        }
        return SegmentView.of(segment);
    }

    /** Deletes a segment; Conflict if flags or segments use it. */
    @RequiresRole(Role.EDITOR)
    public void delete(ProjectKey projectKey, SegmentKey key, ExpectedVersion expected) {
        Project project = projects.existingForUpdate(projectKey);
        Segment segment = segments.existing(project, key);
        expected.check("segment", segment.version());
        List<String> containing = SegmentGraph.of(segments.all(project)).parentsOf(key.value());
        if (!containing.isEmpty()) {
            throw new DomainException.Conflict(
                    "segment \"" + key + "\" is part of the segments " + String.join(", ", containing));
        }
        deletion.fire(new SegmentDeletion(project, segment));
        audit.record(AuditChange.deleted(segment.subject(projectKey), segment.auditJson()));
        segments.remove(segment);
        revisions.raiseProject(project);
    }
}
