package dev.jackstaff.engine.snapshot;

import java.time.Instant;
import java.util.List;

/**
 * Everything an edge needs for one environment at one revision.
 *
 * @param revision monotonic per environment, starting at 1; an edge never goes back to a lower one
 * @param changedAt when the change that made this revision was committed
 */
public record Snapshot(
        String project,
        String environment,
        String environmentId,
        long revision,
        Instant changedAt,
        List<FlagDefinition> flags,
        List<SegmentDefinition> segments,
        List<Credential> credentials) {
    /** The version of the document's grammar that this code writes, and the highest it reads. */
    public static final int FORMAT = 1;

    public Snapshot {
        if (revision < 0) {
            throw new IllegalArgumentException("a revision is not negative: " + revision);
        }
        flags = List.copyOf(flags);
        segments = List.copyOf(segments);
        credentials = List.copyOf(credentials);
    }

    /** The key under which the grid and the disk know this environment: {@code project/environment}. */
    public String key() {
        return project + "/" + environment;
    }
}
