package dev.jackstaff.protocols.usage;

import dev.jackstaff.engine.usage.EvaluationCount;
import java.util.concurrent.atomic.LongAdder;

/**
 * A number of evaluations that any thread adds to without waiting, and one at a time drains. It stops at
 * {@link EvaluationCount#MAX_SUM} instead of overflowing.
 */
final class SaturatingCounter {
    private final LongAdder fresh = new LongAdder();
    private long drained;

    /** Adds a positive number. Steps of one cannot overflow, and cost no sum. */
    void add(long times) {
        if (times == 1 || fresh.sum() < EvaluationCount.MAX_SUM) {
            fresh.add(EvaluationCount.limited(times));
        }
    }

    /** What was added since the last call. */
    long drain() {
        long times = Math.min(EvaluationCount.MAX_SUM, fresh.sumThenReset());
        drained = EvaluationCount.sum(drained, times);
        return times;
    }

    /** What was added since the last drain. */
    long fresh() {
        return Math.min(EvaluationCount.MAX_SUM, fresh.sum());
    }

    /** What was added in all. */
    long total() {
        return EvaluationCount.sum(drained, fresh());
    }
}
