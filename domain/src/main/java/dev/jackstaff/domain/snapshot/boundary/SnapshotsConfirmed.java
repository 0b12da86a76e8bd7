package dev.jackstaff.domain.snapshot.boundary;

/**
 * A hub has seen that the grid has all that is committed at this moment. An event, fired about once a second, on a thread that
 * should not be kept long; not fired while the database does not answer.
 */
public record SnapshotsConfirmed() {}
