package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.segment.entity.Segment;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A segment, under change. Bases are revisions of the project. */
final class SegmentTarget extends ChangeTarget<SegmentDetails> {
    private final ChangeStores stores;
    private final Project project;
    private final SegmentKey key;
    private @Nullable Segment segment;
    private boolean conditionChanged;

    SegmentTarget(ChangeStores stores, Project project, SegmentKey key, @Nullable Segment segment) {
        super(segment == null ? null : segment.auditJson());
        this.stores = stores;
        this.project = project;
        this.key = key;
        this.segment = segment;
    }

    /** The segment; NotFound if it does not exist. */
    Segment existing() {
        Segment present = segment;
        if (present == null) {
            throw new DomainException.NotFound("segment", key);
        }
        return present;
    }

    boolean exists() {
        return segment != null;
    }

    /** Whether it may match others now, or is gone. */
    @Override
    boolean areAnswersChanged() {
        return conditionChanged;
    }

    SegmentKey key() {
        return key;
    }

    void create(SegmentDetails details) {
        refuseExisting();
        segment = stores.segmentEditor.create(project, key, UUID.randomUUID());
        conditionChanged = true;
        change(details);
    }

    void delete() {
        stores.segments.remove(existing());
        stores.unitOfWork.flush();
        segment = null;
        conditionChanged = true;
    }

    void restore(UUID id) {
        refuseExisting();
        SegmentDetails deleted = stores.history
                .deletedSegment(project, key, id)
                .orElseThrow(() -> new DomainException.NotFound("deleted segment", id));
        segment = stores.segmentEditor.create(project, key, id);
        conditionChanged = true;
        change(deleted);
    }

    private void refuseExisting() {
        if (segment != null) {
            throw DomainException.Conflict.exists("segment", key);
        }
    }

    @Override
    UUID id() {
        return existing().id();
    }

    @Override
    SegmentDetails present() {
        return existing().details();
    }

    @Override
    SegmentDetails seen(long base) {
        return stores.history.segmentAt(existing(), base).orElseThrow(() -> unknownAt("segment", key, base));
    }

    @Override
    void change(SegmentDetails wanted) {
        conditionChanged |= stores.segmentEditor.update(existing(), wanted);
    }

    @Override
    AuditChange.Subject subject() {
        return Segment.subject(key, project.key());
    }

    @Override
    @Nullable
    String after() {
        return segment == null ? null : segment.auditJson();
    }
}
