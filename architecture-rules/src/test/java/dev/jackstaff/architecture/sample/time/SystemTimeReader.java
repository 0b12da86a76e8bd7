package dev.jackstaff.architecture.sample.time;

/** A class that reads the time itself. */
final class SystemTimeReader {
    long read() {
        return System.nanoTime();
    }
}
