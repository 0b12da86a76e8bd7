package dev.jackstaff.api.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that replaces a token or a key by a new one.
 *
 * @param overlapMinutes how long the old one stays valid, at most 10,080, which is a week; left out, it is an hour
 */
public record RotationRequest(@Nullable Integer overlapMinutes) {
    private static final int HOUR = 60;

    Duration overlap() {
        return Duration.ofMinutes(overlapMinutes == null ? HOUR : overlapMinutes);
    }
}
