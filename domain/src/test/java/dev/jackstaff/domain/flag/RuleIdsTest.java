package dev.jackstaff.domain.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleIdsTest {
    private static final RuleDefinition ONE = rule("one");
    private static final RuleDefinition TWO = rule("two");

    private static RuleDefinition rule(String name) {
        return RuleDefinition.of(name, ConditionDefinition.ALWAYS, new OutcomeDefinition.Serve("on"));
    }

    @Test
    void aRuleWithoutAnIdGetsOneOfItsOwn() {
        List<RuleDefinition> identified = RuleIds.identify(List.of(ONE, TWO, ONE), List.of());

        assertThat(ids(identified)).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{8}"));
        assertThat(identified.stream().map(RuleDefinition::name)).containsExactly("one", "two", "one");
    }

    @Test
    void anIdStaysWithItsRuleWhereverThatIsMoved() {
        List<RuleDefinition> present = List.of(ONE.withId("a"), TWO.withId("b"));

        assertThat(ids(RuleIds.identify(List.of(TWO, ONE), present))).containsExactly("b", "a");
        assertThat(ids(RuleIds.identify(List.of(TWO.withId("a"), ONE.withId("b")), present)))
                .containsExactly("a", "b");
    }

    @Test
    void equalRulesKeepTheirIdsInOrder() {
        List<RuleDefinition> present = List.of(ONE.withId("a"), ONE.withId("b"));

        assertThat(ids(RuleIds.identify(List.of(ONE, ONE), present))).containsExactly("a", "b");
    }

    @Test
    void anIdThatIsNamedElsewhereIsNotGivenTwice() {
        List<RuleDefinition> present = List.of(ONE.withId("a"));

        List<String> ids = ids(RuleIds.identify(List.of(ONE, TWO.withId("a")), present));

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids.get(1)).isEqualTo("a");
    }

    @Test
    void aChangedRuleWithoutItsIdIsANewOne() {
        assertThat(ids(RuleIds.identify(List.of(TWO), List.of(ONE.withId("a")))))
                .doesNotContain("a");
    }

    private static List<String> ids(List<RuleDefinition> rules) {
        return rules.stream().map(RuleDefinition::id).toList();
    }
}
