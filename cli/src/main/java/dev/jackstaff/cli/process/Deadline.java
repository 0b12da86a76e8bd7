package dev.jackstaff.cli.process;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment at which a wait is given up. */
public final class Deadline {
    private final LongSupplier nanoTime;
    private final long end;

    private Deadline(Duration limit, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + limit.toNanos();
    }

    /** A deadline so far from now. */
    public static Deadline after(Duration limit) {
        return after(limit, System::nanoTime);
    }

    static Deadline after(Duration limit, LongSupplier nanoTime) {
        return new Deadline(limit, nanoTime);
    }

    public boolean isPast() {
        return nanoTime.getAsLong() - end > 0;
    }
}
