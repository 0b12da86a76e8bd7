package dev.jackstaff.engine.snapshot;

import dev.jackstaff.engine.EnvironmentAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything an edge needs for one environment at one revision.
 *
 * @param revision monotonic per environment, starting at 1; an edge never returns to a lower one
 * @param changedAt the commit time of the change that made this revision
 * @param edgeCredentials the keys of edges that may fetch this snapshot over HTTP
 * @param foreign the document of a foreign system, in place of flags and segments; null if absent
 */
public record Snapshot(
        String project,
        String environment,
        String environmentId,
        long revision,
        Instant changedAt,
        List<FlagDefinition> flags,
        List<SegmentDefinition> segments,
        List<Credential> credentials,
        List<Credential> edgeCredentials,
        @Nullable ForeignDocument foreign) {
    /** The document format version that this code writes, and the highest it reads. */
    public static final int FORMAT = 1;

    public Snapshot {
        if (revision < 0) {
            throw new IllegalArgumentException("a revision must not be negative: " + revision);
        }
        flags = List.copyOf(flags);
        segments = List.copyOf(segments);
        credentials = List.copyOf(credentials);
        edgeCredentials = List.copyOf(edgeCredentials);
        if (foreign != null && !(flags.isEmpty() && segments.isEmpty())) {
            throw new IllegalArgumentException(
                    "a snapshot must have native definitions or a foreign document, not both");
        }
    }

    /** A snapshot of native flags, without edge credentials. */
    public Snapshot(
            String project,
            String environment,
            String environmentId,
            long revision,
            Instant changedAt,
            List<FlagDefinition> flags,
            List<SegmentDefinition> segments,
            List<Credential> credentials) {
        this(project, environment, environmentId, revision, changedAt, flags, segments, credentials, List.of(), null);
    }

    /** A copy of this snapshot with another revision. */
    public Snapshot withRevision(long another) {
        return new Snapshot(
                project,
                environment,
                environmentId,
                another,
                changedAt,
                flags,
                segments,
                credentials,
                edgeCredentials,
                foreign);
    }

    /** A copy of this snapshot with other credentials. */
    public Snapshot withCredentials(List<Credential> others) {
        return new Snapshot(
                project,
                environment,
                environmentId,
                revision,
                changedAt,
                flags,
                segments,
                others,
                edgeCredentials,
                foreign);
    }

    /** The environment that this is a snapshot of. */
    public EnvironmentAddress address() {
        return new EnvironmentAddress(project, environment);
    }

    /** The key of the environment in the data grid and on disk: its address as text. */
    public String key() {
        return address().toString();
    }
}
