package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.admin.frame.Times;
import dev.jackstaff.admin.sentence.Percent;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.time.Instant;
import java.util.List;

/**
 * What the settings of a flag mean in one environment, in a few words.
 *
 * @param strong who gets something
 * @param rest what they get
 */
public record StateSummary(String strong, String rest) {
    /** The summary of settings. */
    public static StateSummary of(FlagStateDetails settings) {
        if (!settings.enabled()) {
            String off = settings.offVariant();
            return new StateSummary(
                    say("summary.off"), off == null ? say("summary.offDefault") : say("summary.offVariant", off));
        }
        List<RuleDefinition> rules =
                settings.rules().stream().filter(RuleDefinition::enabled).toList();
        if (rules.size() == 1 && rules.get(0).condition().equals(ConditionDefinition.ALWAYS)) {
            return share(rules.get(0));
        }
        if (rules.isEmpty()) {
            return everyone(settings.fallthrough());
        }
        return new StateSummary(
                say("summary.rules", rules.size()), say("summary.else", served(settings.fallthrough())));
    }

    /** The summary of a flag that is on, and held off. */
    static StateSummary ofHeldOff(HeldOff heldOff) {
        return new StateSummary(
                say("summary.heldOff"), say("summary.needs", heldOff.needed().flag(), heldOff.getReason()));
    }

    /** The summary of a flag that was killed and turns on again. */
    static StateSummary ofKilled(Instant back) {
        return new StateSummary(say("summary.killed"), say("summary.back", Times.clock(back)));
    }

    private static StateSummary share(RuleDefinition rule) {
        int basisPoints = rule.rollout().basisPoints();
        if (basisPoints == RolloutDefinition.WHOLE) {
            return everyone(rule.outcome());
        }
        return new StateSummary(Percent.of(basisPoints), say("summary.get", served(rule.outcome())));
    }

    private static StateSummary everyone(OutcomeDefinition outcome) {
        return outcome instanceof OutcomeDefinition.Split
                ? new StateSummary(served(outcome), "")
                : new StateSummary(say("summary.everyone"), say("summary.gets", served(outcome)));
    }

    /** What an outcome serves: a variant, a split, or what is served while the flag is off. */
    static String served(OutcomeDefinition outcome) {
        if (outcome instanceof OutcomeDefinition.Serve serve) {
            return serve.variant();
        }
        if (outcome instanceof OutcomeDefinition.Split split) {
            return say("summary.split", Percent.ofSplit(split.variants()));
        }
        return say("summary.offOutcome");
    }

    private static String say(String key, Object... arguments) {
        return MessageBundle.format(key, arguments);
    }

    public String getStrong() {
        return strong;
    }

    public String getRest() {
        return rest;
    }
}
