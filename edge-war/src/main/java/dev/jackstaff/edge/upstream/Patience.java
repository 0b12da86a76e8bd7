package dev.jackstaff.edge.upstream;

import java.time.Duration;

/** How long to wait before the next attempt: longer after each that failed, and less so after each that did not. */
public final class Patience {
    private static final int MOST_FAILURES = 10;

    private final Duration first;
    private final Duration longest;
    private int failures;

    /**
     * Of who has not failed yet.
     *
     * @param first after one failure; twice as long after each further one
     */
    public Patience(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** It failed. */
    public Duration afterFailure() {
        Duration wanted = first.multipliedBy(1L << failures);
        failures = Math.min(MOST_FAILURES, failures + 1);
        return wanted.compareTo(longest) < 0 ? wanted : longest;
    }

    /** It did not. */
    public void succeeded() {
        failures = 0;
    }
}
