package dev.jackstaff.edge.upstream.client;

import java.time.Duration;

/**
 * The time that an answer may take.
 *
 * @param silence until its head, and between two of its parts
 * @param whole until its end
 */
public record TimeLimits(Duration silence, Duration whole) {
    /** One limit for everything. */
    public static TimeLimits of(Duration whole) {
        return new TimeLimits(whole, whole);
    }
}
