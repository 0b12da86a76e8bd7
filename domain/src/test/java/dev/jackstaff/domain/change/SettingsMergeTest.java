package dev.jackstaff.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.VariantValues;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SettingsMergeTest {
    private static final FlagStateDetails OFF =
            new FlagStateDetails(false, "off", new OutcomeDefinition.Serve("on"), List.of());

    @Test
    void allPartsTogetherMakeTheSettingsTheSame() {
        Random seeds = new Random(5);
        for (int i = 0; i < 500; i++) {
            FlagStateDetails from = settings(seeds.nextLong(), OFF);
            FlagStateDetails into = settings(seeds.nextLong(), from);

            SettingsMerge merge = new SettingsMerge(from, into);
            FlagStateDetails merged = merge.taking(merge.differing());

            assertThat(new SettingsMerge(from, merged).differing()).isEmpty();
            assertThat(merged.withRules(List.of())).isEqualTo(from.withRules(List.of()));
        }
    }

    private static FlagStateDetails settings(long seed, FlagStateDetails start) {
        RandomInstructions random = new RandomInstructions(seed, new FlagKey("checkout"));
        FlagStateDetails settings = start;
        for (int i = 0; i < 12; i++) {
            settings = random.next(settings).apply(settings);
        }
        return settings;
    }

    @Test
    void nothingIsTakenThatIsNotChosen() {
        FlagStateDetails from = OFF.withEnabled(true).withOffVariant("on").withRules(List.of(rule("a", "on", 5_000)));

        FlagStateDetails merged = new SettingsMerge(from, OFF).taking(List.of(SettingsField.ENABLED));

        assertThat(merged).isEqualTo(OFF.withEnabled(true));
    }

    @Test
    void theRolloutOfARuleIsTakenWithoutTheRestOfIt() {
        FlagStateDetails from = OFF.withRules(List.of(rule("a", "off", 5_000)));
        FlagStateDetails into = OFF.withRules(List.of(rule("a", "on", 2_500)));
        SettingsMerge merge = new SettingsMerge(from, into);

        assertThat(merge.differing()).containsExactly(SettingsField.rule("a"), SettingsField.rollout("a"));
        assertThat(merge.taking(List.of(SettingsField.rollout("a"))).rules()).containsExactly(rule("a", "on", 5_000));
        assertThat(merge.taking(List.of(SettingsField.rule("a"))).rules()).containsExactly(rule("a", "off", 2_500));
    }

    @Test
    void aRuleThatMatchesTheSameIsTheSameRuleWhateverItsId() {
        FlagStateDetails from = OFF.withRules(List.of(rule("theirs", "on", 5_000)));
        FlagStateDetails into = OFF.withRules(List.of(rule("mine", "on", 2_500)));

        assertThat(new SettingsMerge(from, into).differing()).containsExactly(SettingsField.rollout("mine"));
    }

    @Test
    void aMissingRuleComesBehindItsPredecessor() {
        FlagStateDetails from = OFF.withRules(List.of(named("a"), named("b"), named("c")));
        FlagStateDetails into = OFF.withRules(List.of(named("x"), named("a"), named("c")));
        SettingsMerge merge = new SettingsMerge(from, into);

        assertThat(merge.differing()).containsExactly(SettingsField.rule("b"), SettingsField.rule("x"));
        assertThat(merge.taking(List.of(SettingsField.rule("b"))).rules())
                .containsExactly(named("x"), named("a"), named("b"), named("c"));
        assertThat(merge.taking(List.of(SettingsField.rule("x"))).rules()).containsExactly(named("a"), named("c"));
    }

    @Test
    void theOrderIsTakenOfRulesThatBothHave() {
        FlagStateDetails from = OFF.withRules(List.of(named("a"), named("b")));
        FlagStateDetails into = OFF.withRules(List.of(named("b"), named("x"), named("a")));

        assertThat(new SettingsMerge(from, into)
                        .taking(List.of(SettingsField.RULE_ORDER))
                        .rules())
                .containsExactly(named("a"), named("x"), named("b"));
    }

    @Test
    void theValueOfAVariantIsTakenOrReset() {
        FlagStateDetails from = OFF.withValues(new VariantValues(Map.of("on", "1")));
        FlagStateDetails into = OFF.withValues(new VariantValues(Map.of("off", "2")));
        SettingsMerge merge = new SettingsMerge(from, into);

        assertThat(merge.differing()).containsExactly(SettingsField.value("off"), SettingsField.value("on"));
        assertThat(merge.taking(merge.differing())).isEqualTo(from);
    }

    private static RuleDefinition rule(String id, String variant, int basisPoints) {
        return new RuleDefinition(
                id,
                "",
                "",
                true,
                ConditionDefinition.ALWAYS,
                new RolloutDefinition(basisPoints, "userId", ""),
                new OutcomeDefinition.Serve(variant));
    }

    private static RuleDefinition named(String id) {
        return new RuleDefinition(
                id,
                id,
                "",
                true,
                new ConditionDefinition.InSegment(id),
                RolloutDefinition.EVERYONE,
                new OutcomeDefinition.Serve("on"));
    }
}
