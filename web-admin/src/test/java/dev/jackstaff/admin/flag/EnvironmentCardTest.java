package dev.jackstaff.admin.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
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

    @Test
    void ofTwoRulesThatAreAlikeTheOneThatWasChosenGoes() {
        RuleDefinition on = serving("on");
        RuleDefinition off = serving("off");
        EnvironmentCard card = card(List.of(on, off, on));

        assertThat(card.withoutRule(2).rules()).containsExactly(on, off);
    }

    private static RuleDefinition serving(String variant) {
        return RuleDefinition.of("", ConditionDefinition.ALWAYS, new OutcomeDefinition.Serve(variant));
    }

    private static EnvironmentCard card(List<RuleDefinition> rules) {
        EnvironmentView environment = new EnvironmentView(
                UUID.randomUUID(), new ProjectKey("demo"), PRODUCTION, "Production", true, 0, 1, Instant.EPOCH, 1);
        FlagStateView state = new FlagStateView(
                new FlagKey("f"), PRODUCTION, true, "off", new OutcomeDefinition.Off(), rules, Instant.EPOCH, 1, 1);
        return new EnvironmentCard(environment, state);
    }
}
