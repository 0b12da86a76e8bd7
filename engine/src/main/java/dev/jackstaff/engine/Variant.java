package dev.jackstaff.engine;

/** A named value that a flag can serve. */
public record Variant(String key, Value value) {}
