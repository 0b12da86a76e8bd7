package dev.jackstaff.engine.snapshot;

import dev.jackstaff.engine.EnvironmentAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything an edge needs for one environment at one revision.
 *
 * @param revision monotonic per environment, starting at 1; an edge never goes back to a lower one
 * @param changedAt when the change that made this revision was committed
 * @param edgeCredentials the keys of edges that may take this snapshot over HTTP
 * @param foreign the document of another system that this snapshot carries, in place of flags and segments; null for none
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
    /** The version of the document's grammar that this code writes, and the highest it reads. */
    public static final int FORMAT = 1;

    public Snapshot {
        if (revision < 0) {
            throw new IllegalArgumentException("a revision is not negative: " + revision);
        }
        flags = List.copyOf(flags);
        segments = List.copyOf(segments);
        credentials = List.copyOf(credentials);
        edgeCredentials = List.copyOf(edgeCredentials);
        if (foreign != null && !(flags.isEmpty() && segments.isEmpty())) {
            throw new IllegalArgumentException("a snapshot has flags of its own, or a foreign document");
        }
    }

    /** A snapshot of flags of our own that no other edge takes. */
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

    /** The same at another revision. */
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

    /** The same, opened by other keys. */
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

    /** The key under which the grid and the disk know this environment: its address as text. */
    public String key() {
        return address().toString();
    }
}
