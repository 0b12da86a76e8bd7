package dev.jackstaff.admin.prerequisite;

import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.domain.flag.PrerequisiteGraph;
import dev.jackstaff.domain.flag.PrerequisiteGraph.Node;
import dev.jackstaff.domain.flag.PrerequisiteGraph.State;
import dev.jackstaff.domain.project.EnvironmentKey;

/** A flag that the flag of the page needs, or that needs it, with its state in the environment that the page is about. */
public record RelatedFlag(Node node, Condition condition) {
    private static final int DEEPEST = 4;

    /** What a flag is in an environment. */
    enum Condition {
        ON("lamp-on"),
        OFF("lamp-none"),
        ARCHIVED("lamp-none"),
        HELD_OFF("lamp-danger");

        private final String lamp;

        Condition(String lamp) {
            this.lamp = lamp;
        }
    }

    static RelatedFlag of(PrerequisiteGraph graph, Node node, EnvironmentKey environment) {
        return new RelatedFlag(node, condition(graph, node, environment));
    }

    private static Condition condition(PrerequisiteGraph graph, Node node, EnvironmentKey environment) {
        State state = node.states().get(environment);
        if (node.archived() || state == null) {
            return Condition.ARCHIVED;
        }
        if (!state.enabled()) {
            return Condition.OFF;
        }
        return graph.blocker(node.needs(), environment).isPresent() ? Condition.HELD_OFF : Condition.ON;
    }

    public String getKey() {
        return node.key().value();
    }

    /** Its state, in words. */
    public String getState() {
        return MessageBundle.format("related." + condition);
    }

    public String getLamp() {
        return condition.lamp;
    }

    /** The class that sets it behind the one through which it is reached. */
    public String getIndent() {
        return "path-depth-" + Math.min(Math.abs(node.depth()) - 1, DEEPEST);
    }

    boolean isHeldOff() {
        return condition == Condition.HELD_OFF;
    }
}
