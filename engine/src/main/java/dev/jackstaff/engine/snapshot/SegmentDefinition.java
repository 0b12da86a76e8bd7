package dev.jackstaff.engine.snapshot;

/** A segment: a named condition that the rules of a project share. */
public record SegmentDefinition(String key, ConditionDefinition condition) {}
