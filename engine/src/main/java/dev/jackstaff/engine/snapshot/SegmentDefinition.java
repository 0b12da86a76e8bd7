package dev.jackstaff.engine.snapshot;

/** A named condition that the rules of a project share. */
public record SegmentDefinition(String key, ConditionDefinition condition) {}
