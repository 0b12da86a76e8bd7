package dev.jackstaff.domain.usage;

import java.time.Instant;

/**
 * A name that clients asked for in an environment and that is no flag: misspelt, not made yet, or deleted while it was still
 * in use.
 *
 * @param application who asked last; empty if clients do not say
 * @param sdk the SDK and its version that asked last; empty if clients do not say
 * @param firstSeenAt the beginning of the first hour in which it was asked for
 * @param lastSeenAt the beginning of the latest hour in which it was asked for
 */
public record UnknownFlagView(
        String name,
        String environment,
        String application,
        String sdk,
        Instant firstSeenAt,
        Instant lastSeenAt,
        long evaluations) {
    /** So many are kept of an environment, since clients choose the names; and so many are listed. */
    public static final int MOST = 1_000;
}
