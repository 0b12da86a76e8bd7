package dev.jackstaff.domain.segment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SegmentGraphTest {
    private final SegmentGraph graph = new SegmentGraph();

    @Test
    void aSegmentThatContainsItselfThroughOthersIsRefusedWithThePath() {
        graph.put("a", in("b"));
        graph.put("b", new ConditionDefinition.None(List.of(in("c"))));
        graph.put("c", in("a"));

        assertThatThrownBy(() -> graph.refuseCycle("a"))
                .isInstanceOf(DomainException.Conflict.class)
                .hasMessageContaining("a → b → c → a");
    }

    @Test
    void aSegmentThatIsContainedTwiceIsNoCircle() {
        graph.put("a", new ConditionDefinition.Any(List.of(in("b"), in("c"))));
        graph.put("b", in("d"));
        graph.put("c", in("d"));
        graph.put("d", ConditionDefinition.ALWAYS);

        assertThatCode(() -> graph.refuseCycle("a")).doesNotThrowAnyException();
        assertThat(graph.parentsOf("d")).containsExactly("b", "c");
    }

    @Test
    @Timeout(10)
    void segmentsThatAllContainAllOfTheNextLayerAreFollowedOnce() {
        for (int layer = 0; layer < 30; layer++) {
            ConditionDefinition next =
                    new ConditionDefinition.All(List.of(in("a" + (layer + 1)), in("b" + (layer + 1))));
            graph.put("a" + layer, next);
            graph.put("b" + layer, next);
        }
        Violations violations = new Violations();

        graph.refuseCycle("a0");
        graph.checkCompiles("a0", violations);

        assertThatThrownBy(violations::throwIfAny).hasMessageContaining("broken segment");
    }

    @Test
    void whatTheEngineWouldRefuseIsAViolation() {
        graph.put("a", ConditionDefinition.Comparison.of("x", Operator.REGEX, "("));
        Violations violations = new Violations();

        graph.checkCompiles("a", violations);

        assertThatThrownBy(violations::throwIfAny).hasMessageContaining("regular expression");
    }

    private static ConditionDefinition in(String segment) {
        return new ConditionDefinition.InSegment(segment);
    }
}
