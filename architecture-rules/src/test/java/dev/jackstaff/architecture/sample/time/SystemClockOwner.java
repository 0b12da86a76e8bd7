package dev.jackstaff.architecture.sample.time;

import java.time.Clock;

/** A class whose clock nobody can replace. */
final class SystemClockOwner {
    final Clock clock = Clock.systemUTC();
}
