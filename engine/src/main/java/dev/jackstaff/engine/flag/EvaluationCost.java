package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.condition.Comparison;
import dev.jackstaff.engine.condition.Condition;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.function.ToLongFunction;

/**
 * The upper bound of the cost of evaluating a flag, in comparison steps. A short document can evaluate a long segment
 * millions of times; such a flag is refused when it is compiled. Not thread-safe.
 */
public final class EvaluationCost {
    /** The maximum cost of one evaluation: some milliseconds. */
    public static final long MAX_COST = 100_000;

    private final IdentityHashMap<Condition, Long> segments = new IdentityHashMap<>();
    private final IdentityHashMap<Outcome, Long> outcomes = new IdentityHashMap<>();
    private final IdentityHashMap<Flag, Long> flags = new IdentityHashMap<>();

    /**
     * Requires that evaluating a flag stays within the limit; its parents must have been checked before.
     *
     * @return the flag
     * @throws IllegalArgumentException if its evaluation may take more than {@value #MAX_COST} steps
     */
    public Flag requireWithinLimit(Flag flag) {
        long steps = of(flag);
        if (steps > MAX_COST) {
            throw new IllegalArgumentException("evaluating the flag takes up to " + steps
                    + " comparisons, its segments and parents included; at most " + MAX_COST + " are allowed");
        }
        return flag;
    }

    long of(Flag flag) {
        Long cached = flags.get(flag);
        if (cached != null) {
            return cached;
        }
        long parents = sum(flag.prerequisites(), prerequisite -> of(prerequisite.parent()));
        long steps = saturated(1 + parents + of(flag.outcome()));
        flags.put(flag, steps);
        return steps;
    }

    private long of(Outcome outcome) {
        if (!(outcome instanceof Outcome.FirstMatch firstMatch)) {
            return 1;
        }
        Long cached = outcomes.get(firstMatch);
        if (cached != null) {
            return cached;
        }
        long maxOutcome = of(firstMatch.fallthrough());
        for (Rule rule : firstMatch.rules()) {
            maxOutcome = Math.max(maxOutcome, ofOutcomes(rule));
        }
        long steps = saturated(sum(firstMatch.rules(), this::ofCondition) + maxOutcome);
        outcomes.put(firstMatch, steps);
        return steps;
    }

    private long ofCondition(Rule rule) {
        return rule instanceof Rule.Conditional conditional ? of(conditional.condition()) : 1;
    }

    /** The cost of a rule's most expensive outcome; only one is evaluated. */
    private long ofOutcomes(Rule rule) {
        return rule.possibleOutcomes().stream().mapToLong(this::of).max().orElse(0);
    }

    private long of(Condition condition) {
        if (condition instanceof Condition.All all) {
            return sum(all.parts(), this::of);
        }
        if (condition instanceof Condition.Any any) {
            return sum(any.parts(), this::of);
        }
        if (condition instanceof Condition.Not not) {
            return of(not.negated());
        }
        if (condition instanceof Condition.InSegment segment) {
            return ofSegment(segment.condition());
        }
        return condition instanceof Comparison comparison ? comparison.cost() : 1;
    }

    private long ofSegment(Condition condition) {
        Long cached = segments.get(condition);
        if (cached != null) {
            return cached;
        }
        long steps = of(condition);
        segments.put(condition, steps);
        return steps;
    }

    private static <T> long sum(Collection<T> parts, ToLongFunction<T> steps) {
        long sum = 1;
        for (T part : parts) {
            sum = saturated(sum + steps.applyAsLong(part));
        }
        return sum;
    }

    /** The steps, capped so that the sum of two never overflows. */
    private static long saturated(long steps) {
        return Math.min(steps, Long.MAX_VALUE / 2);
    }
}
