package dev.jackstaff.domain.change;

import dev.jackstaff.domain.change.RuleListInstruction.AddRule;
import dev.jackstaff.domain.change.RuleListInstruction.MoveRule;
import dev.jackstaff.domain.change.RuleListInstruction.RemoveRule;
import dev.jackstaff.domain.change.RuleListInstruction.UpdateRule;
import dev.jackstaff.domain.change.RulePartInstruction.SetRollout;
import dev.jackstaff.domain.change.RulePartInstruction.SwitchRule;
import dev.jackstaff.domain.change.SettingsInstruction.SetFallthrough;
import dev.jackstaff.domain.change.SettingsInstruction.SetOffVariant;
import dev.jackstaff.domain.change.SettingsInstruction.Switch;
import dev.jackstaff.domain.change.ValueInstruction.ResetValue;
import dev.jackstaff.domain.change.ValueInstruction.SetValue;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Instructions at random, each of which can be carried out on given settings of a boolean flag. */
public final class RandomInstructions {
    private static final List<String> VARIANTS = List.of("on", "off");

    private final Random random;
    private final FlagKey flag;

    public RandomInstructions(long seed, FlagKey flag) {
        this.random = new Random(seed);
        this.flag = flag;
    }

    /** The next instruction. */
    public StateInstruction next(FlagStateDetails present) {
        if (present.rules().isEmpty()) {
            return random.nextBoolean() ? ofSettings() : new AddRule(flag, rule(), null);
        }
        String rule = anyOf(present);
        return switch (random.nextInt(9)) {
            case 0 -> new AddRule(flag, rule(), orEnd(anyOf(present)));
            case 1 -> new UpdateRule(flag, rule().withId(rule));
            case 2, 3 -> new MoveRule(flag, rule, orEnd(anyOf(present)));
            case 4 -> new RemoveRule(flag, rule);
            case 5 -> new SwitchRule(flag, rule, random.nextBoolean());
            case 6 -> new SetRollout(flag, rule, rollout());
            default -> ofSettings();
        };
    }

    private StateInstruction ofSettings() {
        return switch (random.nextInt(5)) {
            case 0 -> new Switch(flag, random.nextBoolean());
            case 3 -> new SetValue(flag, variant(), Boolean.toString(random.nextBoolean()));
            case 4 -> new ResetValue(flag, variant());
            case 1 -> new SetOffVariant(flag, random.nextInt(3) == 0 ? null : variant());
            default -> new SetFallthrough(flag, outcome());
        };
    }

    private String anyOf(FlagStateDetails present) {
        return present.rules().get(random.nextInt(present.rules().size())).id();
    }

    private @Nullable String orEnd(String rule) {
        return random.nextInt(3) == 0 ? null : rule;
    }

    private RuleDefinition rule() {
        return new RuleDefinition(
                random.nextBoolean() ? "" : "Rule " + random.nextInt(5),
                "",
                random.nextInt(4) > 0,
                ConditionDefinition.Comparison.of("country", Operator.IN, "c" + random.nextInt(3)),
                rollout(),
                outcome());
    }

    private RolloutDefinition rollout() {
        return new RolloutDefinition(random.nextInt(10_001), random.nextBoolean() ? "default" : "account", "");
    }

    private OutcomeDefinition outcome() {
        return random.nextBoolean()
                ? new OutcomeDefinition.Serve(variant())
                : new OutcomeDefinition.Split(
                        List.of(
                                new WeightedVariant("on", 1 + random.nextInt(9)),
                                new WeightedVariant("off", random.nextInt(9))),
                        "default",
                        "");
    }

    private String variant() {
        return VARIANTS.get(random.nextInt(VARIANTS.size()));
    }
}
