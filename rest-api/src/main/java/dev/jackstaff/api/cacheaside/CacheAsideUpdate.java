package dev.jackstaff.api.cacheaside;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An update of a flag by the cache-aside API: switch and rollout percentage. A percentage replaces every rule that
 * matches everybody; rules with a condition stay, and come first.
 *
 * @param percentage the percentage of users who get it, with two decimals
 */
record CacheAsideUpdate(Optional<Boolean> enabled, Optional<BigDecimal> percentage) {
    private static final String RULE_NAME = "rollout";
    private static final int DECIMALS = 2;

    /** Parses the query parameters; Invalid if they are empty or wrong. */
    static CacheAsideUpdate of(@Nullable String enabled, @Nullable String percentage) {
        if (enabled == null && percentage == null) {
            throw new DomainException.Invalid("enabled", "enabled or rollout_percentage is required");
        }
        return new CacheAsideUpdate(
                Optional.ofNullable(enabled).map(CacheAsideUpdate::parseBoolean),
                Optional.ofNullable(percentage).map(CacheAsideUpdate::parsePercentage));
    }

    private static boolean parseBoolean(String text) {
        return switch (text) {
            case "true", "True", "1", "on", "yes" -> true;
            case "false", "False", "0", "off", "no" -> false;
            default -> throw new DomainException.Invalid("enabled", "must be true or false");
        };
    }

    private static BigDecimal parsePercentage(String text) {
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")) {
            throw invalidPercentage();
        }
        BigDecimal share = new BigDecimal(text);
        if (share.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw invalidPercentage();
        }
        return share;
    }

    private static DomainException.Invalid invalidPercentage() {
        return new DomainException.Invalid("rollout_percentage", "must be 0 to 100, with at most two decimals");
    }

    /** The state after this update. */
    FlagStateDetails applyTo(FlagView flag, FlagStateView before) {
        boolean on = enabled.orElse(before.enabled());
        if (percentage.isEmpty()) {
            return before.details().withEnabled(on);
        }
        if (flag.type() != ValueType.BOOLEAN) {
            throw new DomainException.Invalid("rollout_percentage", "applies to boolean flags only");
        }
        int basisPoints = percentage.get().movePointRight(DECIMALS).intValueExact();
        OutcomeDefinition served = new OutcomeDefinition.Serve(variant(flag, before, true));
        OutcomeDefinition kept = new OutcomeDefinition.Serve(variant(flag, before, false));
        List<RuleDefinition> rules = new ArrayList<>(before.rules().stream()
                .filter(rule -> !rule.condition().equals(ConditionDefinition.ALWAYS))
                .toList());
        if (basisPoints > 0 && basisPoints < RolloutDefinition.WHOLE) {
            rules.add(new RuleDefinition(
                    RULE_NAME,
                    "",
                    true,
                    ConditionDefinition.ALWAYS,
                    new RolloutDefinition(basisPoints, "default", ""),
                    served));
        }
        boolean everybody = basisPoints == RolloutDefinition.WHOLE;
        return before.details()
                .withEnabled(on)
                .withFallthrough(everybody ? served : kept)
                .withRules(rules);
    }

    private static String variant(FlagView flag, FlagStateView state, boolean value) {
        return state.variants(flag).stream()
                .filter(variant -> variant.value().equals(Value.of(value)))
                .map(FlagVariant::key)
                .findFirst()
                .orElseThrow(() -> new DomainException.Conflict(
                        "flag \"" + flag.key() + "\" has no variant with the value " + value));
    }
}
