package dev.jackstaff.admin.prerequisite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.PrerequisiteGraph;
import dev.jackstaff.domain.flag.PrerequisiteGraph.Node;
import dev.jackstaff.domain.flag.PrerequisiteGraph.State;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrerequisiteDiagramTest {
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");

    @Test
    void whatAFlagNeedsStandsAboveItAndWhatNeedsItBelow() {
        PrerequisiteDiagram diagram =
                diagram(node("checkout", 0, true, "api"), node("api", -1, true), node("pay", 1, true, "checkout"));

        assertThat(diagram.getBoxes())
                .extracting(PrerequisiteDiagram.Box::key)
                .containsExactly("api", "checkout", "pay");
        assertThat(diagram.getBoxes()).isSortedAccordingTo((one, other) -> Integer.compare(one.y(), other.y()));
        assertThat(diagram.getEdges()).hasSize(2).noneMatch(PrerequisiteDiagram.Edge::isOff);
        assertThat(diagram.getLabel()).isEqualTo("checkout needs api (on). It is needed by pay (on).");
    }

    @Test
    void whatIsHeldOffIsMarked() {
        PrerequisiteDiagram diagram =
                diagram(node("checkout", 0, false), node("pay", 1, true, "checkout"), node("rest", 1, false));

        assertThat(diagram.getEdges()).singleElement().satisfies(edge -> assertThat(edge.isOff())
                .isTrue());
        assertThat(diagram.getBoxes())
                .filteredOn(box -> box.key().equals("pay"))
                .singleElement()
                .satisfies(box -> assertThat(box.getLook()).isEqualTo("node-off"));
        assertThat(diagram.getLabel()).contains("pay (held off), rest (off)");
    }

    @Test
    void moreFlagsThanFitAreLeftToTheLists() {
        Node[] nodes = Stream.concat(
                        Stream.of(node("checkout", 0, true)),
                        Stream.of("a", "b", "c", "d").map(key -> node(key, 1, true, "checkout")))
                .toArray(Node[]::new);

        assertThat(diagram(nodes).getBoxes()).hasSize(3);
    }

    private static Node node(String key, int depth, boolean on, String... needs) {
        return new Node(
                new FlagKey(key),
                depth,
                false,
                true,
                Set.of("off"),
                Stream.of(needs)
                        .map(flag -> new PrerequisiteDefinition(flag, List.of()))
                        .toList(),
                Map.of(PRODUCTION, new State(on, "off", Set.of("on"), false)));
    }

    private static PrerequisiteDiagram diagram(Node... nodes) {
        return new PrerequisiteDiagram(
                new PrerequisiteGraph(new FlagKey("checkout"), List.of(nodes), nodes.length), PRODUCTION);
    }
}
