package dev.jackstaff.domain.segment;

import dev.jackstaff.engine.snapshot.ConditionDefinition;

/**
 * The changeable details of a segment.
 *
 * @param name empty for the key
 */
public record SegmentDetails(String name, String description, ConditionDefinition condition) {
    /** These details as they are stored: without a name, the key is the name. */
    public SegmentDetails named(SegmentKey key) {
        return new SegmentDetails(name.isBlank() ? key.value() : name.strip(), description, condition);
    }
}
