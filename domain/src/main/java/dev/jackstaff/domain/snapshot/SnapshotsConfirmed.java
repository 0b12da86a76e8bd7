package dev.jackstaff.domain.snapshot;

import dev.jackstaff.engine.snapshot.Heartbeat;

/**
 * Event: the grid holds every committed snapshot. Fired about once a second while the database answers; observers must
 * not block the thread.
 *
 * @param heartbeat the content of the grid
 */
public record SnapshotsConfirmed(Heartbeat heartbeat) {}
