package dev.jackstaff.edge.upstream;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The revision numbering for snapshots whose upstream has no reliable revisions. */
public final class RevisionNumbering {
    private RevisionNumbering() {}

    /**
     * The snapshot with its next revision; empty when the content is served already.
     *
     * @param next its revision is the source's own, which is used if it grew; 0 for none
     */
    public static Optional<Snapshot> assignRevision(@Nullable ServedEnvironment served, Snapshot next) {
        Snapshot previous = served == null ? null : served.snapshot();
        if (previous == null || !previous.environmentId().equals(next.environmentId())) {
            return Optional.of(
                    next.revision() > 0 ? next : next.withRevision(Instant.now().getEpochSecond()));
        }
        if (hasSameContent(previous, next)) {
            return Optional.empty();
        }
        return Optional.of(next.withRevision(Math.max(next.revision(), previous.revision() + 1)));
    }

    private static boolean hasSameContent(Snapshot one, Snapshot other) {
        return hashes(one.credentials()).equals(hashes(other.credentials()))
                && hashes(one.edgeCredentials()).equals(hashes(other.edgeCredentials()))
                && one.flags().equals(other.flags())
                && one.segments().equals(other.segments())
                && Objects.equals(one.foreign(), other.foreign());
    }

    private static Set<String> hashes(Collection<Credential> credentials) {
        Set<String> hashes = new HashSet<>();
        credentials.forEach(credential -> hashes.add(credential.kind() + credential.hash() + credential.expiresAt()));
        return hashes;
    }
}
