package dev.jackstaff.domain.segment;

import dev.jackstaff.engine.snapshot.ConditionDefinition;

/**
 * The changeable details of a segment.
 *
 * @param name empty for the key
 */
public record SegmentDetails(String name, String description, ConditionDefinition condition) {}
