package dev.jackstaff.protocols.unleash.compiler;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.bucketing.Murmur3Bucketing;
import dev.jackstaff.engine.bucketing.Stickiness;
import dev.jackstaff.engine.condition.Condition;
import dev.jackstaff.engine.condition.OneOf;
import dev.jackstaff.engine.condition.TextSet;
import dev.jackstaff.protocols.unleash.Percentages;
import dev.jackstaff.protocols.unleash.Strategy;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The condition of an activation strategy's name and parameters, without its constraints and segments.
 *
 * @param reason the reason of evaluations for which the strategy is true
 */
record ActivationRule(Condition condition, Reason reason) {
    private static final int BASIS_POINTS_PER_PERCENT = 100;

    /**
     * The base rule of a feature's strategy.
     *
     * @throws IllegalArgumentException if it is never true: it is not supported, or a parameter is missing or invalid
     */
    static ActivationRule of(Strategy strategy, String feature) {
        return switch (strategy.name()) {
            case "default" -> targeting(Condition.always());
            case "userWithId" -> targeting(userIds(strategy));
            case "remoteAddress" -> targeting(addresses(strategy));
            case "flexibleRollout" -> rollout(strategy, "rollout", stickiness(strategy), group(strategy, feature));
            case "gradualRolloutUserId" -> gradual(strategy, EvaluationContext.USER_ID);
            case "gradualRolloutSessionId" -> gradual(strategy, EvaluationContext.SESSION_ID);
            case "gradualRolloutRandom" -> rollout(strategy, "percentage", new Stickiness.Random(), feature);
            case "applicationHostname" ->
                throw new IllegalArgumentException(
                        "asks for the host that an application runs on, which is not known here");
            default ->
                throw new IllegalArgumentException(
                        "strategy \"" + strategy.name() + "\" is a custom one, which only an application can decide");
        };
    }

    /** The salt of a strategy's percentages, including those of its own variants. */
    static String group(Strategy strategy, String feature) {
        String group = strategy.parameter("groupId");
        return group == null ? feature : group;
    }

    /** The stickiness of a strategy's percentages, including those of its own variants. */
    static Stickiness stickiness(Strategy strategy) {
        return stickiness(strategy.parameter("stickiness"));
    }

    static Stickiness stickiness(@Nullable String name) {
        return Stickiness.named(name == null || name.isEmpty() ? Stickiness.Default.NAME : name);
    }

    private static ActivationRule targeting(Condition condition) {
        return new ActivationRule(condition, Reason.TARGETING_MATCH);
    }

    private static Condition userIds(Strategy strategy) {
        List<String> ids = listed(strategy, "userIds").toList();
        return new OneOf(Attribute.named(EvaluationContext.USER_ID), TextSet.of(ids));
    }

    private static Condition addresses(Strategy strategy) {
        List<String> networks = listed(strategy, "IPs").toList();
        return ConstraintCompiler.inNetworks(Attribute.named("remoteAddress"), networks);
    }

    private static Stream<String> listed(Strategy strategy, String parameter) {
        return Stream.of(requiredParameter(strategy, parameter).split(","))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty));
    }

    private static ActivationRule gradual(Strategy strategy, String attribute) {
        return rollout(strategy, "percentage", Stickiness.named(attribute), requiredParameter(strategy, "groupId"));
    }

    private static ActivationRule rollout(Strategy strategy, String parameter, Stickiness stickiness, String group) {
        int percent = percent(parameter, requiredParameter(strategy, parameter));
        if (percent == Percentages.WHOLE && !(stickiness instanceof Stickiness.ByAttribute)) {
            return targeting(Condition.always());
        }
        Condition share = new Condition.Percentage(
                Murmur3Bucketing.INSTANCE.rollout(group, percent * BASIS_POINTS_PER_PERCENT), stickiness);
        return percent == Percentages.WHOLE ? targeting(share) : new ActivationRule(share, Reason.SPLIT);
    }

    private static int percent(String parameter, String text) {
        return Percentages.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "parameter \"" + parameter + "\" is no whole percentage: \"" + text + "\""));
    }

    private static String requiredParameter(Strategy strategy, String parameter) {
        String text = strategy.parameter(parameter);
        if (text == null) {
            throw new IllegalArgumentException("parameter \"" + parameter + "\" is missing");
        }
        return text;
    }
}
