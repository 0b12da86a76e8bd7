package dev.jackstaff.domain.snapshot;

/**
 * Event: the grid no longer holds a snapshot, because its environment was deleted.
 *
 * @param key {@code project/environment}
 */
public record SnapshotWithdrawn(String key) {}
