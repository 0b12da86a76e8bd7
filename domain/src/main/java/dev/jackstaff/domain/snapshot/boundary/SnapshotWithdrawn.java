package dev.jackstaff.domain.snapshot.boundary;

/**
 * The grid no longer has a snapshot, because its environment was deleted. An event.
 *
 * @param key {@code project/environment}
 */
public record SnapshotWithdrawn(String key) {}
