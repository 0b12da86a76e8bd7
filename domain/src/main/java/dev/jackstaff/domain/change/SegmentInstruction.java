package dev.jackstaff.domain.change;

import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import java.util.List;
import java.util.Set;

/** An instruction about the details of a segment. */
public sealed interface SegmentInstruction extends Edit<SegmentDetails> {
    SegmentKey segment();

    @Override
    default String subject() {
        return "segments/" + segment();
    }

    @Override
    default Permission permission() {
        return Permission.SEGMENT_UPDATE;
    }

    @Override
    List<SegmentInstruction> inverse(SegmentDetails present);

    /** Sets the name of a segment. */
    record RenameSegment(SegmentKey segment, String name) implements SegmentInstruction {
        @Override
        public Set<SegmentField> fields() {
            return Set.of(SegmentField.NAME);
        }

        @Override
        public SegmentDetails apply(SegmentDetails present) {
            return new SegmentDetails(name, present.description(), present.condition());
        }

        @Override
        public List<SegmentInstruction> inverse(SegmentDetails present) {
            return present.name().equals(name) ? List.of() : List.of(new RenameSegment(segment, present.name()));
        }

        @Override
        public String sentence(SegmentDetails present) {
            return "Name the segment \"" + segment + "\" \"" + name + "\"";
        }
    }

    /** Sets the description of a segment. */
    record DescribeSegment(SegmentKey segment, String description) implements SegmentInstruction {
        @Override
        public Set<SegmentField> fields() {
            return Set.of(SegmentField.DESCRIPTION);
        }

        @Override
        public SegmentDetails apply(SegmentDetails present) {
            return new SegmentDetails(present.name(), description, present.condition());
        }

        @Override
        public List<SegmentInstruction> inverse(SegmentDetails present) {
            return present.description().equals(description)
                    ? List.of()
                    : List.of(new DescribeSegment(segment, present.description()));
        }

        @Override
        public String sentence(SegmentDetails present) {
            return "Change the description of the segment \"" + segment + "\"";
        }
    }

    /** Sets who is in a segment. */
    record SetCondition(SegmentKey segment, ConditionDefinition condition) implements SegmentInstruction {
        @Override
        public Set<SegmentField> fields() {
            return Set.of(SegmentField.CONDITION);
        }

        @Override
        public SegmentDetails apply(SegmentDetails present) {
            return new SegmentDetails(present.name(), present.description(), condition);
        }

        @Override
        public List<SegmentInstruction> inverse(SegmentDetails present) {
            return present.condition().equals(condition)
                    ? List.of()
                    : List.of(new SetCondition(segment, present.condition()));
        }

        @Override
        public String sentence(SegmentDetails present) {
            return "Change who is in the segment \"" + segment + "\"";
        }
    }
}
