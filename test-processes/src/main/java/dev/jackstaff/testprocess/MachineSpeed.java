package dev.jackstaff.testprocess;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * How fast this machine is at the moment. Limits of time hold for an idle machine of two cores; one that is slower, or is busy
 * with the work of others, gets as much more time as it needs for a fixed piece of work.
 */
public final class MachineSpeed {
    /** What the work took, in the middle, where the limits were set. */
    private static final double REFERENCE_MILLIS = 115;

    private static final int THREADS = 2;
    private static final int ROUNDS = 7;
    private static final int MEGABYTES = 60;

    private MachineSpeed() {}

    /** How many times slower than an idle machine; at least 1. Takes about a second, or as many times more. */
    public static double slowdown() {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            long[] nanos = LongStream.range(0, ROUNDS)
                    .map(round -> workNanos(threads))
                    .sorted()
                    .toArray();
            return Math.max(1, nanos[ROUNDS / 2] / 1e6 / REFERENCE_MILLIS);
        } finally {
            threads.shutdown();
        }
    }

    private static long workNanos(ExecutorService threads) {
        Callable<byte[]> work = MachineSpeed::digest;
        long begun = System.nanoTime();
        try {
            for (Future<byte[]> done : threads.invokeAll(List.of(work, work))) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return System.nanoTime() - begun;
    }

    private static byte[] digest() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        byte[] megabyte = new byte[1 << 20];
        for (int i = 0; i < MEGABYTES; i++) {
            digest.update(megabyte);
        }
        return digest.digest();
    }
}
