package dev.jackstaff.engine.bucketing;

/**
 * A part of all subjects.
 *
 * @param limit the highest bucket that belongs to it
 */
public record RolloutShare(Bucketer bucketer, int limit) {}
