package dev.jackstaff.engine.snapshot;

import dev.jackstaff.engine.Value;

/** A named value that a flag can serve, as a document defines it. */
public record VariantDefinition(String key, Value value) {}
