package dev.jackstaff.api.segment;

import dev.jackstaff.domain.segment.boundary.SegmentView;
import dev.jackstaff.engine.snapshot.ConditionDefinition;

/** A segment as it is read. */
public record Segment(
        String key,
        String name,
        String description,
        ConditionDefinition condition,
        String createdAt,
        String updatedAt,
        long version) {
    static Segment of(SegmentView view) {
        return new Segment(
                view.key().value(),
                view.name(),
                view.description(),
                view.condition(),
                view.createdAt().toString(),
                view.updatedAt().toString(),
                view.version());
    }
}
