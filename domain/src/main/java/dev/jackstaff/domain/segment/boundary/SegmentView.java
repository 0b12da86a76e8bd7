package dev.jackstaff.domain.segment.boundary;

import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.segment.entity.Segment;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import java.time.Instant;

/** The readable state of a segment. */
public record SegmentView(
        SegmentKey key,
        String name,
        String description,
        ConditionDefinition condition,
        Instant createdAt,
        Instant updatedAt,
        long version) {
    static SegmentView of(Segment segment) {
        return new SegmentView(
                segment.key(),
                segment.name(),
                segment.description(),
                segment.condition(),
                segment.createdAt(),
                segment.updatedAt(),
                segment.version());
    }
}
