package dev.jackstaff.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.RuleListInstruction.AddRule;
import dev.jackstaff.domain.change.RuleListInstruction.MoveRule;
import dev.jackstaff.domain.change.RuleListInstruction.RemoveRule;
import dev.jackstaff.domain.change.RulePartInstruction.SetRollout;
import dev.jackstaff.domain.change.RulePartInstruction.SwitchRule;
import dev.jackstaff.domain.change.SettingsInstruction.SetFallthrough;
import dev.jackstaff.domain.change.SettingsInstruction.SetOffVariant;
import dev.jackstaff.domain.change.SettingsInstruction.Switch;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateInstructionTest {
    private static final FlagKey FLAG = new FlagKey("checkout");
    private static final RuleDefinition TESTERS = RuleDefinition.of(
                    "Testers", ConditionDefinition.ALWAYS, new OutcomeDefinition.Serve("on"))
            .withId("a");
    private static final RuleDefinition OTHERS = RuleDefinition.of(
                    "", ConditionDefinition.ALWAYS, new OutcomeDefinition.Serve("off"))
            .withId("b");
    private static final FlagStateDetails SETTINGS =
            new FlagStateDetails(false, "off", new OutcomeDefinition.Serve("on"), List.of(TESTERS, OTHERS));

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theInverseGivesTheSettingsBack(long seed) {
        RandomInstructions random = new RandomInstructions(seed, FLAG);
        FlagStateDetails settings = SETTINGS;
        List<StateInstruction> inverse = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            StateInstruction instruction = random.next(settings);
            inverse.addAll(0, instruction.inverse(settings));
            settings = instruction.apply(settings);
        }
        for (StateInstruction back : inverse) {
            settings = back.apply(settings);
        }

        assertThat(settings).isEqualTo(SETTINGS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatAnInstructionDoesNotNameItDoesNotChange(long seed) {
        StateInstruction instruction = new RandomInstructions(seed, FLAG).next(SETTINGS);
        FlagStateDetails after = instruction.apply(SETTINGS);

        for (SettingsField field : List.of(
                SettingsField.ENABLED,
                SettingsField.OFF_VARIANT,
                SettingsField.FALLTHROUGH,
                SettingsField.rule("a"),
                SettingsField.rule("b"))) {
            boolean named = instruction.fields().contains(field)
                    || instruction.fields().stream()
                            .anyMatch(
                                    own -> !own.owner().isEmpty() && own.owner().equals(field.owner()));
            if (!named) {
                assertThat(field.valueIn(after))
                        .describedAs("%s by %s", field, instruction)
                        .isEqualTo(field.valueIn(SETTINGS));
            }
        }
    }

    @Test
    void instructionsReadAsSentences() {
        assertThat(new Switch(FLAG, true).sentence(SETTINGS)).isEqualTo("Turn \"checkout\" on");
        assertThat(new SetOffVariant(FLAG, null).sentence(SETTINGS))
                .isEqualTo("Serve the caller's default while \"checkout\" is off");
        assertThat(new SetFallthrough(FLAG, new OutcomeDefinition.Serve("off")).sentence(SETTINGS))
                .isEqualTo("Serve \"off\" where no rule of \"checkout\" matches");
        assertThat(new SetRollout(FLAG, "a", new RolloutDefinition(1250, "default", "")).sentence(SETTINGS))
                .isEqualTo("Lower the rollout of the rule \"Testers\" of \"checkout\" from 100 % to 12.5 %");
        assertThat(new MoveRule(FLAG, "b", "a").sentence(SETTINGS))
                .isEqualTo("Move rule 2 of \"checkout\" before the rule \"Testers\"");
        assertThat(new MoveRule(FLAG, "a", null).sentence(SETTINGS))
                .isEqualTo("Move the rule \"Testers\" of \"checkout\" to the end");
        assertThat(new SwitchRule(FLAG, "a", false).sentence(SETTINGS))
                .isEqualTo("Pause the rule \"Testers\" of \"checkout\"");
        assertThat(new AddRule(FLAG, TESTERS, null).sentence(SETTINGS))
                .isEqualTo("Add the rule \"Testers\" to \"checkout\"");
    }

    @Test
    void aRuleWithoutANameIsCalledByItsPlaceAtTheStart() {
        FlagStateDetails fewer = new RemoveRule(FLAG, "a").apply(SETTINGS);

        assertThat(new SwitchRule(FLAG, "b", false).sentence(fewer)).isEqualTo("Pause rule 1 of \"checkout\"");
        assertThat(new SwitchRule(FLAG, "b", false).sentence(fewer, SETTINGS))
                .isEqualTo("Pause rule 2 of \"checkout\"");
        assertThat(new AddRule(FLAG, OTHERS.withId("c"), "b").sentence(SETTINGS))
                .isEqualTo("Add rule 2 to \"checkout\"");
        FlagStateDetails more = new AddRule(FLAG, OTHERS.withId("c"), "b").apply(SETTINGS);
        assertThat(new SwitchRule(FLAG, "c", false).sentence(more, SETTINGS)).isEqualTo("Pause rule 2 of \"checkout\"");
    }

    @Test
    void aRuleThatIsNotThereIsAConflict() {
        for (StateInstruction instruction : List.of(
                new RemoveRule(FLAG, "c"),
                new SwitchRule(FLAG, "c", true),
                new MoveRule(FLAG, "a", "c"),
                new MoveRule(FLAG, "c", "a"),
                new AddRule(FLAG, OTHERS.withId("d"), "c"),
                new AddRule(FLAG, OTHERS, null))) {
            assertThatExceptionOfType(DomainException.Conflict.class).isThrownBy(() -> instruction.apply(SETTINGS));
        }
    }

    @Test
    void whatIsSoAlreadyNeedsNoInverse() {
        assertThat(new Switch(FLAG, false).inverse(SETTINGS)).isEmpty();
        assertThat(new SetOffVariant(FLAG, "off").inverse(SETTINGS)).isEmpty();
        assertThat(new SwitchRule(FLAG, "a", true).inverse(SETTINGS)).isEmpty();
        assertThat(new MoveRule(FLAG, "b", null).inverse(SETTINGS)).isEmpty();
    }
}
