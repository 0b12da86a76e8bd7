package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.segment.SegmentKey;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be as it was.
 *
 * @param environment where settings are restored; null if none are
 * @param revision the revision of the environment whose settings come back; empty for none
 * @param projectRevision the revision of the project whose flags and segments come back; empty for none
 * @param flags the flags to restore; empty, with no segments, for everything
 * @param segments the segments to restore
 */
public record RestoreRequest(
        @Nullable EnvironmentKey environment,
        OptionalLong revision,
        OptionalLong projectRevision,
        Set<FlagKey> flags,
        Set<SegmentKey> segments) {
    public RestoreRequest {
        flags = Set.copyOf(flags);
        segments = Set.copyOf(segments);
        if (revision.isEmpty() && projectRevision.isEmpty()) {
            throw new DomainException.Invalid("revision", "is required, or a projectRevision, or both");
        }
        if (revision.isPresent() != (environment != null)) {
            throw new DomainException.Invalid(
                    "environment", "goes with a revision, and a revision goes with an environment");
        }
        if (!segments.isEmpty() && projectRevision.isEmpty()) {
            throw new DomainException.Invalid("segments", "need a projectRevision");
        }
    }

    boolean concerns(FlagKey flag) {
        return isEverything() || flags.contains(flag);
    }

    boolean concerns(SegmentKey segment) {
        return isEverything() || segments.contains(segment);
    }

    boolean isEverything() {
        return flags.isEmpty() && segments.isEmpty();
    }
}
