package dev.jackstaff.domain.access.control;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Budgets of attempts, one for each key: some attempts at once, then one in each interval. An attempt is charged when it
 * begins, and refunded if it does not fail. Kept in memory, for the most recent keys only. Not thread-safe.
 *
 * <p>A budget is the time at which it is whole again, which each attempt puts off by one interval (generic cell rate
 * algorithm, ITU-T I.371).
 */
final class AttemptBudgets<K> {
    /** The time to wait while running attempts decide whether there is budget. */
    static final Duration SHORT_PAUSE = Duration.ofSeconds(1);

    private static final int MAX_KEYS = 10_000;

    private final Duration interval;
    private final Duration tolerance;

    private final Map<K, Budget> budgets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<K, Budget> eldest) {
            return size() > MAX_KEYS;
        }
    };

    private record Budget(Instant wholeAt, int running) {}

    AttemptBudgets(int burst, Duration interval) {
        this.interval = interval;
        this.tolerance = interval.multipliedBy(burst - 1L);
    }

    /** The time that the next attempt has to wait; zero if it need not. */
    Duration pause(K key, Instant now) {
        Budget budget = budgets.get(key);
        if (budget == null) {
            return Duration.ZERO;
        }
        Duration pause = Duration.between(now, budget.wholeAt).minus(tolerance);
        if (pause.isNegative() || pause.isZero()) {
            return Duration.ZERO;
        }
        return budget.running > 0 && pause.compareTo(SHORT_PAUSE) > 0 ? SHORT_PAUSE : pause;
    }

    /** The time until a budget is whole again; zero if it is. */
    Duration wholeIn(K key, Instant now) {
        Budget budget = budgets.get(key);
        return budget == null || budget.wholeAt.isBefore(now) ? Duration.ZERO : Duration.between(now, budget.wholeAt);
    }

    /** Charges an attempt, which runs from now on. */
    void begin(K key, Instant now) {
        Budget budget = budgets.getOrDefault(key, new Budget(now, 0));
        Instant from = budget.wholeAt.isBefore(now) ? now : budget.wholeAt;
        budgets.put(key, new Budget(from.plus(interval), budget.running + 1));
    }

    /** Ends an attempt that failed. */
    void fail(K key) {
        budgets.computeIfPresent(key, (same, budget) -> new Budget(budget.wholeAt, budget.running - 1));
    }

    /** Ends an attempt that did not fail, and refunds it. */
    void refund(K key, Instant now) {
        budgets.computeIfPresent(key, (same, budget) -> {
            Instant wholeAt = budget.wholeAt.minus(interval);
            return budget.running == 1 && !wholeAt.isAfter(now) ? null : new Budget(wholeAt, budget.running - 1);
        });
    }

    /** Ends an attempt that succeeded: earlier failures do not count any more, only those attempts that still run. */
    void forgive(K key, Instant now) {
        budgets.computeIfPresent(
                key,
                (same, budget) -> budget.running == 1
                        ? null
                        : new Budget(now.plus(interval.multipliedBy(budget.running - 1L)), budget.running - 1));
    }
}
