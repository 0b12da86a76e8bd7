package dev.jackstaff.api.segment;

import dev.jackstaff.domain.segment.boundary.SegmentView;
import dev.jackstaff.engine.snapshot.ConditionDefinition;

/** The body that describes a segment in a response. */
public record SegmentResponse(
        String key,
        String name,
        String description,
        ConditionDefinition condition,
        String createdAt,
        String updatedAt,
        long version) {
    static SegmentResponse of(SegmentView view) {
        return new SegmentResponse(
                view.key().value(),
                view.name(),
                view.description(),
                view.condition(),
                view.createdAt().toString(),
                view.updatedAt().toString(),
                view.version());
    }
}
