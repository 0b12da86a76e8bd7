package dev.jackstaff.admin.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.VariantValues;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.project.EnvironmentColour;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EnvironmentCardTest {
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final VariantValues VALUES = VariantValues.NONE.with("on", "false");

    @Test
    void ofTwoRulesThatAreAlikeTheOneThatWasChosenGoes() {
        RuleDefinition on = serving("on");
        RuleDefinition off = serving("off");
        FlagStateView now = state(List.of(on, off, on));

        assertThat(FlagStatesView.withoutRule(now, 2).rules()).containsExactly(on, off);
    }

    @Test
    void aRuleThatIsGoneMeanwhileTakesNoOtherWithIt() {
        RuleDefinition on = serving("on");

        assertThat(FlagStatesView.withoutRule(state(List.of(on)), 1).rules()).containsExactly(on);
    }

    @Test
    void aCardShowsTheRulesInPlainLanguage() {
        EnvironmentView environment = new EnvironmentView(
                UUID.randomUUID(),
                new ProjectKey("demo"),
                PRODUCTION,
                "Production",
                true,
                0,
                EnvironmentColour.BLUE,
                1,
                Instant.EPOCH,
                1);

        EnvironmentCard card = new EnvironmentCard(environment, state(List.of(serving("on"))));

        assertThat(card.getRules()).containsExactly(RuleRow.of(serving("on")));
    }

    @Test
    void whatTheCardDoesNotShowStays() {
        EnvironmentView environment = new EnvironmentView(
                UUID.randomUUID(),
                new ProjectKey("demo"),
                PRODUCTION,
                "Production",
                true,
                0,
                EnvironmentColour.BLUE,
                1,
                Instant.EPOCH,
                1);
        FlagStateView now = state(List.of(serving("on")));

        assertThat(new EnvironmentCard(environment, now).chosenDetails(now)).isEqualTo(now.details());
        assertThat(FlagStatesView.withoutRule(now, 0).values()).isEqualTo(VALUES);
    }

    private static RuleDefinition serving(String variant) {
        return RuleDefinition.of("", ConditionDefinition.ALWAYS, new OutcomeDefinition.Serve(variant));
    }

    private static FlagStateView state(List<RuleDefinition> rules) {
        return new FlagStateView(
                new FlagKey("f"),
                PRODUCTION,
                true,
                "off",
                new OutcomeDefinition.Off(),
                rules,
                VALUES,
                Instant.EPOCH,
                1,
                1);
    }
}
