package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.InstructionsBetween;
import dev.jackstaff.domain.change.SegmentLifecycle.CreateSegment;
import dev.jackstaff.domain.change.SegmentLifecycle.DeleteSegment;
import dev.jackstaff.domain.change.control.ChangeExecutor;
import dev.jackstaff.domain.change.control.ChangePlan;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.segment.boundary.NewSegment;
import dev.jackstaff.domain.segment.boundary.SegmentView;
import dev.jackstaff.domain.segment.boundary.Segments;
import dev.jackstaff.domain.segment.control.SegmentStore;
import dev.jackstaff.domain.segment.entity.Segment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Function;

/** The use cases of changing a project's segments. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.SEGMENT_UPDATE)
public class SegmentChanges {
    @Inject
    ProjectStore projects;

    @Inject
    SegmentStore store;

    @Inject
    Segments segments;

    @Inject
    ChangeExecutor executor;

    /** Creates a segment; Conflict if the key is in use. */
    @RequiresPermission(Permission.SEGMENT_CREATE)
    public SegmentView create(ProjectKey projectKey, NewSegment command) {
        execute(projectKey, List.of(new CreateSegment(command.key(), command.details())));
        return segments.get(projectKey, command.key());
    }

    /** Updates a segment; Conflict if it would contain itself. */
    public SegmentView update(ProjectKey projectKey, SegmentKey key, SegmentDetails details, ExpectedVersion expected) {
        return update(projectKey, key, current -> details, expected);
    }

    /** As above, with details that are computed from those that the segment has. */
    public SegmentView update(
            ProjectKey projectKey,
            SegmentKey key,
            Function<SegmentView, SegmentDetails> change,
            ExpectedVersion expected) {
        Segment segment = existingForUpdate(projectKey, key, expected);
        SegmentDetails wanted = change.apply(segments.get(projectKey, key)).named(key);
        execute(projectKey, InstructionsBetween.segment(key, segment.details(), wanted));
        return segments.get(projectKey, key);
    }

    /** Deletes a segment; Conflict if flags or segments use it. */
    @RequiresPermission(Permission.SEGMENT_DELETE)
    public void delete(ProjectKey projectKey, SegmentKey key, ExpectedVersion expected) {
        existingForUpdate(projectKey, key, expected);
        execute(projectKey, List.of(new DeleteSegment(key)));
    }

    private Segment existingForUpdate(ProjectKey projectKey, SegmentKey key, ExpectedVersion expected) {
        Segment segment = store.existing(projects.existingForUpdate(projectKey), key);
        expected.check("segment", segment.version());
        return segment;
    }

    private void execute(ProjectKey project, List<? extends Instruction> instructions) {
        executor.execute(project, ChangePlan.of(ChangeStep.of(instructions)));
    }
}
