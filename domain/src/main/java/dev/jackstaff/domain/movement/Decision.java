package dev.jackstaff.domain.movement;

import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.movement.BucketCells.Cell;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Serve;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Split;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.Map;
import java.util.Objects;

/**
 * What settings of a flag answer to subjects who match one rule, and no other but those that match everybody.
 *
 * @param rule the id of the rule; empty for subjects who match none
 */
record Decision(String flag, FlagStateDetails settings, String rule) {
    private boolean matches(RuleDefinition candidate) {
        return candidate.enabled()
                && (candidate.id().equals(rule) || candidate.condition().equals(ConditionDefinition.ALWAYS));
    }

    /** Divides the buckets where this decides otherwise. */
    void cut(Map<BucketSource, BucketCells> sources) {
        if (!settings.enabled()) {
            return;
        }
        for (RuleDefinition candidate : settings.rules()) {
            if (matches(candidate)) {
                RolloutDefinition rollout = candidate.rollout();
                if (rollout.basisPoints() < RolloutDefinition.WHOLE) {
                    sources.computeIfAbsent(BucketSource.of(flag, rollout), absent -> new BucketCells())
                            .cut(RolloutDefinition.WHOLE, rollout.basisPoints());
                }
                cut(candidate.outcome(), sources);
            }
        }
        cut(settings.fallthrough(), sources);
    }

    private void cut(OutcomeDefinition outcome, Map<BucketSource, BucketCells> sources) {
        if (outcome instanceof Split split) {
            BucketCells cells = sources.computeIfAbsent(BucketSource.of(flag, split), absent -> new BucketCells());
            int total = total(split);
            int upTo = 0;
            for (WeightedVariant share : split.variants()) {
                upTo += share.weight();
                cells.cut(total, upTo);
            }
        }
    }

    private static int total(Split split) {
        return split.variants().stream().mapToInt(WeightedVariant::weight).sum();
    }

    /** The variant that is served in some cells; empty for the default of the caller. */
    String variant(Map<BucketSource, Cell> cells) {
        if (!settings.enabled()) {
            return off();
        }
        for (RuleDefinition candidate : settings.rules()) {
            if (matches(candidate) && isRolledOut(candidate.rollout(), cells)) {
                return variant(candidate.outcome(), cells);
            }
        }
        return variant(settings.fallthrough(), cells);
    }

    private boolean isRolledOut(RolloutDefinition rollout, Map<BucketSource, Cell> cells) {
        return rollout.basisPoints() == RolloutDefinition.WHOLE
                || bucket(cells, BucketSource.of(flag, rollout), RolloutDefinition.WHOLE) <= rollout.basisPoints();
    }

    private String variant(OutcomeDefinition outcome, Map<BucketSource, Cell> cells) {
        if (outcome instanceof Serve serve) {
            return serve.variant();
        }
        if (outcome instanceof Split split) {
            int bucket = bucket(cells, BucketSource.of(flag, split), total(split));
            int upTo = 0;
            for (WeightedVariant share : split.variants()) {
                upTo += share.weight();
                if (bucket <= upTo) {
                    return share.variant();
                }
            }
        }
        return off();
    }

    private static int bucket(Map<BucketSource, Cell> cells, BucketSource source, int total) {
        Cell cell = Objects.requireNonNull(cells.get(source));
        return Objects.requireNonNull(cell.buckets().get(total));
    }

    private String off() {
        String variant = settings.offVariant();
        return variant == null ? "" : variant;
    }
}
