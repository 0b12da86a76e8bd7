package dev.jackstaff.domain.change;

import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;
import java.util.List;
import java.util.UUID;

/** An instruction about whether a segment exists. */
public sealed interface SegmentLifecycle extends Lifecycle {
    SegmentKey segment();

    /** Creates a segment. */
    record CreateSegment(SegmentKey segment, SegmentDetails details) implements SegmentLifecycle {
        @Override
        public Permission permission() {
            return Permission.SEGMENT_CREATE;
        }

        @Override
        public String sentence() {
            return "Create the segment \"" + segment + "\"";
        }

        @Override
        public List<Instruction> inverse(UUID subject) {
            return List.of(new DeleteSegment(segment));
        }
    }

    /** Deletes a segment, which nothing may use. */
    record DeleteSegment(SegmentKey segment) implements SegmentLifecycle {
        @Override
        public Permission permission() {
            return Permission.SEGMENT_DELETE;
        }

        @Override
        public String sentence() {
            return "Delete the segment \"" + segment + "\"";
        }

        @Override
        public List<Instruction> inverse(UUID subject) {
            return List.of(new RestoreSegment(segment, subject));
        }
    }

    /** Brings a deleted segment back. */
    record RestoreSegment(SegmentKey segment, UUID id) implements SegmentLifecycle {
        @Override
        public Permission permission() {
            return Permission.SEGMENT_CREATE;
        }

        @Override
        public String sentence() {
            return "Bring back the deleted segment \"" + segment + "\"";
        }

        @Override
        public List<Instruction> inverse(UUID subject) {
            return List.of(new DeleteSegment(segment));
        }
    }
}
