package dev.jackstaff.architecture.sample.time;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/** A class whose clock and ticker can be replaced. */
final class ClockUser {
    final Clock clock;
    final LongSupplier nanoTime;

    ClockUser() {
        this(Clock.systemUTC(), System::nanoTime);
    }

    ClockUser(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    Instant now() {
        return Instant.now(clock);
    }
}
