package dev.jackstaff.protocols.unleash.compiler;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.flag.CompilationProblem;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.engine.flag.Prerequisite;
import dev.jackstaff.engine.flag.Prerequisite.Requirement;
import dev.jackstaff.protocols.unleash.Dependency;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A compiler of one feature's dependencies. A parent that is missing, or has dependencies itself, turns the child off
 * for good: Unleash allows one level only.
 */
final class DependencyCompiler {
    private final FeatureEvaluations child;
    private final Function<String, Optional<Parent>> parents;
    private final List<CompilationProblem> problems;

    DependencyCompiler(
            FeatureEvaluations child, Function<String, Optional<Parent>> parents, List<CompilationProblem> problems) {
        this.child = child;
        this.parents = parents;
        this.problems = problems;
    }

    /**
     * A feature that another one names as its parent.
     *
     * @param flag null if the feature has parents itself, and can therefore not be one
     */
    record Parent(FeatureEvaluations answers, @Nullable Flag flag) {}

    /** The prerequisites; empty if they can never be met. */
    Optional<List<Prerequisite>> compile() {
        Evaluation unmet = child.off(Reason.DISABLED);
        List<Prerequisite> prerequisites = new ArrayList<>();
        for (Dependency dependency : child.feature().dependencies()) {
            String place = "dependency " + dependency.feature();
            Optional<Parent> parent = parents.apply(dependency.feature());
            if (parent.isEmpty()) {
                return impossible(place, "the parent is not in the document");
            }
            Flag flag = parent.get().flag();
            if (flag == null) {
                return impossible(place, "the parent depends on another feature itself");
            }
            prerequisites.add(
                    new Prerequisite(flag, demand(dependency, parent.get().answers()), unmet));
        }
        return Optional.of(prerequisites);
    }

    private Optional<List<Prerequisite>> impossible(String place, String reason) {
        problems.add(new CompilationProblem(child.feature().name(), place, reason + "; the feature is never on"));
        return Optional.empty();
    }

    /**
     * The requirement on a parent. Variants count only if the parent must be on. A parent that is on without a variant
     * satisfies any list, as in Unleash's own engine.
     */
    private static Requirement demand(Dependency dependency, FeatureEvaluations parent) {
        if (!dependency.enabled()) {
            return new Requirement.Off();
        }
        return dependency.variants().isEmpty() ? new Requirement.On() : parent.requireOneOf(dependency.variants());
    }
}
