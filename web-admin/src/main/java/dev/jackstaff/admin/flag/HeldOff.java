package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.domain.flag.PrerequisiteGraph;
import dev.jackstaff.domain.flag.PrerequisiteGraph.Verdict;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.util.List;
import java.util.Optional;

/** A prerequisite that holds a flag off in an environment for everybody, and why it does. */
public record HeldOff(PrerequisiteDefinition needed, Verdict verdict) {
    /** What holds a flag with these needs off; empty if nothing does. */
    public static Optional<HeldOff> find(
            PrerequisiteGraph graph, List<PrerequisiteDefinition> needs, EnvironmentKey environment) {
        return graph.blocker(needs, environment).map(needed -> new HeldOff(needed, graph.verdict(needed, environment)));
    }

    /** The key of the flag that is needed. */
    public String getFlag() {
        return needed.flag();
    }

    /** What is wrong with that flag, to stand behind its key. */
    public String getReason() {
        return verdict == Verdict.OTHER_VARIANT && !needed.variants().isEmpty()
                ? MessageBundle.format("held.otherVariant", String.join(", ", needed.variants()))
                : MessageBundle.format("held." + verdict);
    }
}
