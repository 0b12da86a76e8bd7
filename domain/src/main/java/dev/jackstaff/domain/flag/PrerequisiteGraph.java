package dev.jackstaff.domain.flag;

import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The flags that a flag needs and those that need it, nearest first.
 *
 * @param nodes also the flag itself
 * @param total how many flags there are; more than nodes if there are too many
 */
public record PrerequisiteGraph(FlagKey flag, List<Node> nodes, int total) {
    public PrerequisiteGraph {
        nodes = List.copyOf(nodes);
    }

    /**
     * A flag of the graph.
     *
     * @param depth 0 for the flag itself; -1 for one that it needs, -2 for one that that one needs; 1 for one that needs it
     * @param off the variants that count as off: {@code false} of a boolean flag
     */
    public record Node(
            FlagKey key,
            int depth,
            boolean archived,
            boolean typeBoolean,
            Set<String> off,
            List<PrerequisiteDefinition> needs,
            Map<EnvironmentKey, State> states) {
        public Node {
            off = Set.copyOf(off);
            needs = List.copyOf(needs);
            states = Map.copyOf(states);
        }
    }

    /**
     * What a flag can answer in an environment.
     *
     * @param served the variants that rules, or the fallthrough, serve
     * @param servesOff whether one of them turns the flag off
     */
    public record State(boolean enabled, @Nullable String offVariant, Set<String> served, boolean servesOff) {
        public State {
            served = Set.copyOf(served);
        }
    }

    /** Whether what a flag needs is so in an environment. */
    public enum Verdict {
        /** For everybody. */
        HOLDS,
        /** For some, perhaps. */
        DEPENDS,
        /** For nobody, as the flag is archived. */
        ARCHIVED,
        /** For nobody, as the flag is off. */
        OFF,
        /** For nobody, as the flag is held off itself. */
        HELD_OFF,
        /** For nobody, as the flag never serves what is needed. */
        OTHER_VARIANT;

        /** Whether it is so for nobody. */
        public boolean fails() {
            return this != HOLDS && this != DEPENDS;
        }
    }

    /** The flag of this key. */
    public Optional<Node> node(String key) {
        return nodes.stream().filter(node -> node.key().value().equals(key)).findFirst();
    }

    /** Whether what is needed is so in an environment; that depends, for all that is known, if the flag is not in the graph. */
    public Verdict verdict(PrerequisiteDefinition needed, EnvironmentKey environment) {
        return verdict(needed, environment, new HashMap<>());
    }

    private Verdict verdict(PrerequisiteDefinition needed, EnvironmentKey environment, Map<String, Verdict> known) {
        Node node = node(needed.flag()).orElse(null);
        if (node == null) {
            return Verdict.DEPENDS;
        }
        State state = node.states().get(environment);
        if (node.archived() || state == null) {
            return Verdict.ARCHIVED;
        }
        if (!state.enabled()) {
            return Verdict.OFF;
        }
        return weakest(own(needed, node, state), ofNeeds(node, environment, known));
    }

    /** What becomes of a flag's own needs; a circle, which is refused when it is saved, depends. */
    private Verdict ofNeeds(Node node, EnvironmentKey environment, Map<String, Verdict> known) {
        String key = node.key().value();
        Verdict found = known.get(key);
        if (found == null) {
            known.put(key, Verdict.DEPENDS);
            found = Verdict.HOLDS;
            for (PrerequisiteDefinition need : node.needs()) {
                Verdict one = verdict(need, environment, known);
                found = weakest(found, one.fails() ? Verdict.HELD_OFF : one);
            }
            known.put(key, found);
        }
        return found;
    }

    private static Verdict own(PrerequisiteDefinition needed, Node node, State state) {
        long accepted = state.served().stream()
                .filter(variant -> accepts(needed, node, state, variant))
                .count();
        boolean offAccepted = needed.variants().contains(Objects.requireNonNullElse(state.offVariant(), ""));
        boolean possible = accepted > 0 || (state.servesOff() && offAccepted);
        boolean sure = accepted == state.served().size() && (!state.servesOff() || offAccepted);
        if (!possible) {
            return Verdict.OTHER_VARIANT;
        }
        return sure ? Verdict.HOLDS : Verdict.DEPENDS;
    }

    private static boolean accepts(PrerequisiteDefinition needed, Node node, State state, String variant) {
        return needed.variants().isEmpty()
                ? !node.typeBoolean()
                        || (!variant.equals(state.offVariant()) && !node.off().contains(variant))
                : needed.variants().contains(variant);
    }

    private static Verdict weakest(Verdict one, Verdict other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** What holds a flag off in an environment for everybody; empty if nothing does. */
    public Optional<PrerequisiteDefinition> blocker(List<PrerequisiteDefinition> needs, EnvironmentKey environment) {
        return needs.stream().filter(need -> verdict(need, environment).fails()).findFirst();
    }
}
