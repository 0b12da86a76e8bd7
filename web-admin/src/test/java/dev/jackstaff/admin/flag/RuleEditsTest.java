package dev.jackstaff.admin.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleEditsTest {
    private static final FlagStateDetails THREE =
            new FlagStateDetails(true, "off", new OutcomeDefinition.Off(), List.of(rule("a"), rule("b"), rule("c")));

    private static RuleDefinition rule(String id) {
        return RuleDefinition.of(id, ConditionDefinition.ALWAYS, new OutcomeDefinition.Serve("on"))
                .withId(id);
    }

    private static List<String> ids(FlagStateDetails settings) {
        return settings.rules().stream().map(RuleDefinition::id).toList();
    }

    @Test
    void aRuleMovesToAnyPlace() {
        assertThat(ids(RuleEdits.move(THREE, "c", 0))).containsExactly("c", "a", "b");
        assertThat(ids(RuleEdits.move(THREE, "a", 1))).containsExactly("b", "a", "c");
        assertThat(ids(RuleEdits.move(THREE, "a", 99))).containsExactly("b", "c", "a");
        assertThat(ids(RuleEdits.move(THREE, "b", -5))).containsExactly("b", "a", "c");
    }

    @Test
    void aRuleThatIsGoneIsLeftAlone() {
        assertThat(RuleEdits.move(THREE, "z", 0)).isEqualTo(THREE);
        assertThat(RuleEdits.remove(THREE, "z")).isEqualTo(THREE);
        assertThat(RuleEdits.pause(THREE, "z")).isEqualTo(THREE);
        assertThat(RuleEdits.duplicate(THREE, "z")).isEqualTo(THREE);
    }

    @Test
    void aRuleWithoutAnIdIsAddedLast() {
        FlagStateDetails more = RuleEdits.put(THREE, rule("a").withId(""));

        assertThat(ids(more)).hasSize(4).startsWith("a", "b", "c").doesNotContain("");
    }

    @Test
    void aCopyStandsBehindItsRuleUnderAnotherId() {
        List<String> ids = ids(RuleEdits.duplicate(THREE, "b"));

        assertThat(ids).hasSize(4).doesNotHaveDuplicates().startsWith("a", "b").endsWith("c");
    }

    @Test
    void pausingTwiceChangesNothing() {
        FlagStateDetails paused = RuleEdits.pause(THREE, "b");

        assertThat(paused.rules().get(1).enabled()).isFalse();
        assertThat(RuleEdits.pause(paused, "b")).isEqualTo(THREE);
    }
}
