package dev.jackstaff.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.change.RuleListInstruction.AddRule;
import dev.jackstaff.domain.change.RuleListInstruction.UpdateRule;
import dev.jackstaff.domain.change.RulePartInstruction.SetRollout;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagLink;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.FlagTraits;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InstructionsBetweenTest {
    private static final FlagKey FLAG = new FlagKey("checkout");
    private static final FlagStateDetails OFF =
            new FlagStateDetails(false, "off", new OutcomeDefinition.Serve("on"), List.of());

    @Test
    void anySettingsAreMadeOfAnyOthers() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            FlagStateDetails from = settings(random.nextLong(), OFF);
            FlagStateDetails to = settings(random.nextLong(), from);

            FlagStateDetails made = from;
            for (StateInstruction instruction : InstructionsBetween.settings(FLAG, from, to)) {
                made = instruction.apply(made);
            }

            assertThat(made).isEqualTo(to);
        }
        assertThat(InstructionsBetween.settings(FLAG, OFF, OFF)).isEmpty();
    }

    private static FlagStateDetails settings(long seed, FlagStateDetails start) {
        RandomInstructions random = new RandomInstructions(seed, FLAG);
        FlagStateDetails settings = start;
        for (int i = 0; i < 12; i++) {
            settings = random.next(settings).apply(settings);
        }
        return settings;
    }

    @Test
    void onlyThePartOfARuleThatDiffersIsChanged() {
        RuleDefinition rule = RuleDefinition.of("", ConditionDefinition.ALWAYS, new OutcomeDefinition.Serve("on"))
                .withId("r");
        FlagStateDetails from = OFF.withRules(List.of(rule));
        RolloutDefinition quarter = new RolloutDefinition(2500, "default", "");
        RuleDefinition raised = new SetRollout(FLAG, "r", quarter).changed(rule);
        RuleDefinition other = new RuleDefinition("r", "other", "", false, rule.condition(), quarter, rule.outcome());

        assertThat(InstructionsBetween.settings(FLAG, from, OFF.withRules(List.of(raised))))
                .containsExactly(new SetRollout(FLAG, "r", quarter));
        assertThat(InstructionsBetween.settings(FLAG, from, OFF.withRules(List.of(other))))
                .containsExactly(new UpdateRule(FLAG, other));
        assertThat(InstructionsBetween.settings(FLAG, OFF, from)).containsExactly(new AddRule(FLAG, rule, null));
    }

    @Test
    void anyDetailsAreMadeOfAnyOthers() {
        Random random = new Random(9);
        for (int i = 0; i < 2_000; i++) {
            FlagDetails from = details(random);
            FlagDetails to = details(random);

            FlagDetails made = from;
            for (FlagInstruction instruction : InstructionsBetween.details(FLAG, from, to)) {
                made = instruction.apply(made);
            }

            assertThat(made).isEqualTo(to);
        }
    }

    private static FlagDetails details(Random random) {
        return new FlagDetails(
                "n" + random.nextInt(2),
                "d" + random.nextInt(2),
                ValueType.STRING,
                random.nextBoolean() ? FlagKind.RELEASE : FlagKind.EXPERIMENT,
                "o" + random.nextInt(2),
                some(random),
                random.nextBoolean(),
                some(random).stream()
                        .map(key -> new VariantInput(key, "\"" + random.nextInt(2) + "\"", ""))
                        .toList(),
                some(random).stream()
                        .map(key -> new PrerequisiteDefinition(key, random.nextBoolean() ? List.of() : List.of("on")))
                        .toList(),
                new FlagTraits(
                        random.nextBoolean() ? null : "{}",
                        FlagTraits.Bucketing.MURMUR3,
                        random.nextBoolean() ? Map.of() : Map.of("a", "" + random.nextInt(2)),
                        random.nextBoolean() ? List.of() : List.of(new FlagLink("a", "https://example.org"))));
    }

    private static List<String> some(Random random) {
        List<String> keys = new ArrayList<>(List.of("a", "b", "c", "d"));
        Collections.shuffle(keys, random);
        return List.copyOf(keys.subList(0, random.nextInt(keys.size() + 1)));
    }
}
