package dev.jackstaff.engine.usage;

import java.util.stream.LongStream;

/**
 * The arithmetic of evaluation counts. Clients choose the numbers, so whatever is too large is lowered to a limit
 * instead of refused: no count makes a batch unreadable, and no sum overflows.
 */
public final class EvaluationCount {
    /** The greatest count in a batch: of one entry, and of the dropped evaluations. */
    public static final long MAX = 1_000_000_000_000L;

    /** The greatest sum of counts: the greatest integer that every reader of JSON knows exactly. */
    public static final long MAX_SUM = (1L << 53) - 1;

    private EvaluationCount() {}

    /** A count as a batch can hold it. */
    public static long limited(long count) {
        return Math.min(count, MAX);
    }

    /** The sum of two numbers that are not negative. */
    public static long sum(long one, long other) {
        return Math.min(MAX_SUM, Math.min(MAX_SUM, one) + Math.min(MAX_SUM, other));
    }

    /** The sum of numbers that are not negative. */
    public static long sum(LongStream counts) {
        return counts.reduce(0, EvaluationCount::sum);
    }
}
