package dev.jackstaff.domain.flag.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.change.boundary.FlagStateChanges;
import dev.jackstaff.domain.change.boundary.SegmentChanges;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.PrerequisiteGraph;
import dev.jackstaff.domain.flag.PrerequisiteGraph.Verdict;
import dev.jackstaff.domain.flag.boundary.FlagDependencies.FlagAtDepth;
import dev.jackstaff.domain.flag.boundary.FlagDependencies.SegmentInUse;
import dev.jackstaff.domain.flag.boundary.SegmentDependencies.FlagInEnvironment;
import dev.jackstaff.domain.flag.boundary.SegmentDependencies.SegmentAtDepth;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DependenciesIT {
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final EnvironmentKey STAGING = new EnvironmentKey("staging");

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();
    private final Dependencies dependencies = hub.get(Dependencies.class);

    /** Pay needs cart and login, cart needs login; team is made of swedes. */
    @BeforeEach
    void flagsAndSegmentsThatNeedOthers() {
        flag("login");
        flag("cart", "login");
        flag("pay", "cart", "login");
        flag("old", "pay");
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).archive(project, new FlagKey("old"), ExpectedVersion.any()));
        segment("swedes", Comparison.of("country", Operator.IN, "SE"));
        segment("team", new ConditionDefinition.InSegment("swedes"));
        segment("idle", Comparison.of("country", Operator.EXISTS));
        serve("pay", PRODUCTION, "team");
        serve("cart", STAGING, "swedes");
    }

    @Test
    void aFlagNamesWhatItNeedsAndWhatNeedsIt() {
        FlagDependencies found = ofFlag("pay");

        assertThat(found.prerequisites()).containsExactly(flagAt("cart", 1), flagAt("login", 1));
        assertThat(found.dependents()).containsExactly(new FlagAtDepth(new FlagKey("old"), 1, true));
        assertThat(found.segments())
                .containsExactly(
                        new SegmentInUse(PRODUCTION, new SegmentKey("team"), 1),
                        new SegmentInUse(PRODUCTION, new SegmentKey("swedes"), 2));
        assertThat(ofFlag("old").prerequisites())
                .containsExactly(flagAt("pay", 1), flagAt("cart", 2), flagAt("login", 2));
        assertThat(ofFlag("login").prerequisites()).isEmpty();
        assertThat(ofFlag("login").dependents())
                .containsExactly(flagAt("cart", 1), flagAt("pay", 1), new FlagAtDepth(new FlagKey("old"), 2, true));
    }

    @Test
    void aSegmentNamesWhatItIsMadeOfAndWhatItDecides() {
        SegmentDependencies swedes = ofSegment("swedes");

        assertThat(swedes.parts()).isEmpty();
        assertThat(swedes.containers()).containsExactly(new SegmentAtDepth(new SegmentKey("team"), 1));
        assertThat(swedes.flags())
                .containsExactlyInAnyOrder(
                        new FlagInEnvironment(STAGING, new FlagKey("cart"), 1, false),
                        new FlagInEnvironment(PRODUCTION, new FlagKey("pay"), 2, false));
        assertThat(ofSegment("team").parts()).containsExactly(new SegmentAtDepth(new SegmentKey("swedes"), 1));
        assertThat(ofSegment("team").flags())
                .containsExactly(new FlagInEnvironment(PRODUCTION, new FlagKey("pay"), 1, false));
        assertThat(ofSegment("idle").flags()).isEmpty();
    }

    @Test
    void theFlagsAroundAFlagAreReadWithTheirStates() {
        PrerequisiteGraph graph = around("cart", "idle", "none");

        assertThat(graph.nodes())
                .extracting(node -> node.key().value(), PrerequisiteGraph.Node::depth)
                .containsExactly(tuple("cart", 0), tuple("login", -1), tuple("pay", 1), tuple("old", 2));
        assertThat(graph.total()).isGreaterThanOrEqualTo(graph.nodes().size());
        assertThat(graph.node("old").orElseThrow().archived()).isTrue();
        assertThat(graph.node("login").orElseThrow().states()).containsKeys(PRODUCTION, STAGING);
        assertThat(graph.verdict(new PrerequisiteDefinition("login", List.of("on")), PRODUCTION))
                .isEqualTo(Verdict.OFF);
        assertThat(around("login", "pay").node("pay").orElseThrow().depth()).isEqualTo(-1);
        assertThatExceptionOfType(DomainException.NotFound.class).isThrownBy(() -> around("nothing"));
    }

    private PrerequisiteGraph around(String key, String... more) {
        return hub.callAsAdmin(() -> hub.get(Prerequisites.class).around(project, new FlagKey(key), List.of(more)));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatExceptionOfType(DomainException.NotFound.class).isThrownBy(() -> ofFlag("nothing"));
        assertThatExceptionOfType(DomainException.NotFound.class).isThrownBy(() -> ofSegment("nothing"));
    }

    private void flag(String key, String... prerequisites) {
        hub.callAsAdmin(() -> hub.get(FlagChanges.class)
                .create(
                        project,
                        CommandFixtures.aFlag(
                                key,
                                List.of(prerequisites).stream()
                                        .map(flag -> new PrerequisiteDefinition(flag, List.of("on")))
                                        .toArray(PrerequisiteDefinition[]::new))));
    }

    private void segment(String key, ConditionDefinition condition) {
        hub.callAsAdmin(() -> hub.get(SegmentChanges.class).create(project, CommandFixtures.aSegment(key, condition)));
    }

    private void serve(String flag, EnvironmentKey environment, String segment) {
        hub.callAsAdmin(() -> hub.get(FlagStateChanges.class)
                .update(
                        new FlagAddress(project, new FlagKey(flag), environment),
                        CommandFixtures.serving("off", CommandFixtures.ruleFor(segment, "on")),
                        ExpectedVersion.any()));
    }

    private static FlagAtDepth flagAt(String key, int depth) {
        return new FlagAtDepth(new FlagKey(key), depth, false);
    }

    private FlagDependencies ofFlag(String key) {
        return hub.callAsAdmin(() -> dependencies.ofFlag(project, new FlagKey(key)));
    }

    private SegmentDependencies ofSegment(String key) {
        return hub.callAsAdmin(() -> dependencies.ofSegment(project, new SegmentKey(key)));
    }
}
