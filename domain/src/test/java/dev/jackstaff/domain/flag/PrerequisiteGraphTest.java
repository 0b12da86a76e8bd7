package dev.jackstaff.domain.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.flag.PrerequisiteGraph.Node;
import dev.jackstaff.domain.flag.PrerequisiteGraph.State;
import dev.jackstaff.domain.flag.PrerequisiteGraph.Verdict;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrerequisiteGraphTest {
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final State EVERYONE_ON = new State(true, "off", Set.of("on"), false);
    private static final State SOME_ON = new State(true, "off", Set.of("on", "off"), false);
    private static final State OFF = new State(false, "off", Set.of("on"), false);

    @Test
    void whatEverybodyGetsHolds() {
        assertThat(verdict(needs("api"), node("api", EVERYONE_ON))).isEqualTo(Verdict.HOLDS);
        assertThat(verdict(needs("api", "on"), node("api", EVERYONE_ON))).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void whatSomeGetDepends() {
        assertThat(verdict(needs("api"), node("api", SOME_ON))).isEqualTo(Verdict.DEPENDS);
        assertThat(verdict(needs("api", "on"), node("api", SOME_ON))).isEqualTo(Verdict.DEPENDS);
        assertThat(verdict(needs("api", "on", "off"), node("api", SOME_ON))).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void aFlagThatIsOffOrArchivedHoldsOff() {
        assertThat(verdict(needs("api"), node("api", OFF))).isEqualTo(Verdict.OFF);
        assertThat(verdict(
                        needs("api"),
                        new Node(
                                new FlagKey("api"),
                                -1,
                                true,
                                true,
                                Set.of("off"),
                                List.of(),
                                Map.of(PRODUCTION, EVERYONE_ON))))
                .isEqualTo(Verdict.ARCHIVED);
    }

    @Test
    void aVariantThatIsNeverServedHoldsOff() {
        assertThat(verdict(needs("api", "other"), node("api", EVERYONE_ON))).isEqualTo(Verdict.OTHER_VARIANT);
        assertThat(verdict(needs("api"), node("api", new State(true, "off", Set.of(), true))))
                .isEqualTo(Verdict.OTHER_VARIANT);
    }

    @Test
    void whatIsHeldOffHoldsOffInTurn() {
        assertThat(verdict(needs("api"), node("api", EVERYONE_ON, needs("base")), node("base", OFF)))
                .isEqualTo(Verdict.HELD_OFF);
        assertThat(verdict(needs("api"), node("api", EVERYONE_ON, needs("base")), node("base", SOME_ON)))
                .isEqualTo(Verdict.DEPENDS);
    }

    @Test
    void aCircleEnds() {
        assertThat(verdict(needs("api"), node("api", EVERYONE_ON, needs("api"))))
                .isEqualTo(Verdict.DEPENDS);
    }

    @Test
    void theFirstThatFailsIsNamed() {
        PrerequisiteGraph graph = graph(node("api", EVERYONE_ON), node("base", OFF));

        assertThat(graph.blocker(List.of(needs("api"), needs("base")), PRODUCTION))
                .contains(needs("base"));
        assertThat(graph.blocker(List.of(needs("api"), needs("unknown")), PRODUCTION))
                .isEmpty();
    }

    private static PrerequisiteDefinition needs(String flag, String... variants) {
        return new PrerequisiteDefinition(flag, List.of(variants));
    }

    private static Node node(String key, State state, PrerequisiteDefinition... needs) {
        return new Node(new FlagKey(key), -1, false, true, Set.of("off"), List.of(needs), Map.of(PRODUCTION, state));
    }

    private static PrerequisiteGraph graph(Node... nodes) {
        return new PrerequisiteGraph(new FlagKey("checkout"), List.of(nodes), nodes.length);
    }

    private static Verdict verdict(PrerequisiteDefinition needed, Node... nodes) {
        return graph(nodes).verdict(needed, PRODUCTION);
    }
}
