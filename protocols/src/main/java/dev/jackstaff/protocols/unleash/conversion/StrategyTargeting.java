package dev.jackstaff.protocols.unleash.conversion;

import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.protocols.unleash.Constraint;
import dev.jackstaff.protocols.unleash.Percentages;
import dev.jackstaff.protocols.unleash.Strategy;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The targeting of a strategy's base rule, without the strategy's own constraints and segments.
 *
 * @param constraints the equivalent of the base rule, besides a percentage
 * @param defect the reason why the base rule can never be true here, as a sentence; empty if it can
 */
record StrategyTargeting(List<Constraint> constraints, RolloutDefinition rollout, String defect) {
    private static final int BASIS_POINTS_PER_PERCENT = 100;

    /** The targeting of a feature's strategy. */
    static StrategyTargeting of(Strategy strategy, String feature) {
        return switch (strategy.name()) {
            case "default" -> new StrategyTargeting(List.of(), RolloutDefinition.EVERYONE, "");
            case "userWithId" -> listed("userId", Operator.IN, strategy.parameter("userIds"));
            case "remoteAddress" -> listed("remoteAddress", Operator.IN_CIDR, strategy.parameter("IPs"));
            case "flexibleRollout" -> flexible(strategy, feature);
            case "gradualRolloutUserId" -> gradual(strategy, "userId", feature);
            case "gradualRolloutSessionId" -> gradual(strategy, "sessionId", feature);
            case "gradualRolloutRandom" -> share(strategy, "percentage", "random", "");
            case "applicationHostname" ->
                never("asks for the host that an application runs on, which an edge does not know");
            default -> never("is a custom one, which only an application's own code can decide");
        };
    }

    /** The stickiness of a strategy. */
    static String stickiness(Strategy strategy) {
        return stickinessOrDefault(strategy.parameter("stickiness"));
    }

    static String stickinessOrDefault(@Nullable String stickiness) {
        return stickiness == null || stickiness.isEmpty() ? "default" : stickiness;
    }

    /** The group that salts a strategy's buckets; empty for the feature's own name. */
    static String group(Strategy strategy, String feature) {
        String group = strategy.parameter("groupId");
        return group == null || group.equals(feature) ? "" : group;
    }

    StrategyTargeting {
        constraints = List.copyOf(constraints);
    }

    /**
     * The condition that a context has the identifier of the stickiness: Unleash excludes contexts without it even from
     * a rollout to all.
     */
    ConditionDefinition identifierCondition() {
        boolean everyone = rollout.basisPoints() == RolloutDefinition.WHOLE;
        return everyone && isAttribute(rollout.stickiness())
                ? Comparison.of(rollout.stickiness(), Operator.EXISTS)
                : ConditionDefinition.ALWAYS;
    }

    /** Whether a stickiness is an attribute, which a context may lack. */
    static boolean isAttribute(String stickiness) {
        return !stickiness.equals("default") && !stickiness.equals("random");
    }

    /** Whether a random number or a hash excludes somebody. */
    boolean isPartial() {
        return rollout.basisPoints() > 0 && rollout.basisPoints() < RolloutDefinition.WHOLE;
    }

    private static StrategyTargeting flexible(Strategy strategy, String feature) {
        return share(strategy, "rollout", stickiness(strategy), group(strategy, feature));
    }

    private static StrategyTargeting gradual(Strategy strategy, String stickiness, String feature) {
        return strategy.parameter("groupId") == null
                ? never("has no \"groupId\", without which it is never true in Unleash")
                : share(strategy, "percentage", stickiness, group(strategy, feature));
    }

    private static StrategyTargeting share(Strategy strategy, String parameter, String stickiness, String group) {
        String text = strategy.parameter(parameter);
        return Optional.ofNullable(text)
                .flatMap(Percentages::parse)
                .map(percent -> new StrategyTargeting(
                        List.of(), new RolloutDefinition(percent * BASIS_POINTS_PER_PERCENT, stickiness, group), ""))
                .orElseGet(() -> never(
                        text == null
                                ? "has no \"" + parameter + "\", without which it is never true in Unleash"
                                : "has \"" + parameter + "\" = \"" + text
                                        + "\", which is no whole percentage, so it is never true in Unleash"));
    }

    private static StrategyTargeting listed(String attribute, Operator operator, @Nullable String list) {
        List<String> values = Stream.of((list == null ? "" : list).split(","))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
        Constraint constraint = new Constraint(attribute, operator.name(), false, false, values, null);
        return new StrategyTargeting(List.of(constraint), RolloutDefinition.EVERYONE, "");
    }

    private static StrategyTargeting never(String defect) {
        return new StrategyTargeting(List.of(), RolloutDefinition.EVERYONE, defect);
    }
}
