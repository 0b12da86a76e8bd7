package dev.jackstaff.edge.retry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The random change of an interval by up to 10 percent, so that edges do not ask in step. */
public final class Jitter {
    private static final double FRACTION = 0.1;

    private Jitter() {}

    /** The interval with its change. */
    public static Duration of(Duration interval) {
        double factor =
                1 - FRACTION + 2 * FRACTION * ThreadLocalRandom.current().nextDouble();
        return Duration.ofMillis(Math.round(interval.toMillis() * factor));
    }
}
