package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.control.FlagValidator;
import dev.jackstaff.domain.flag.control.SegmentReferences;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.segment.control.SegmentEditor;
import dev.jackstaff.domain.segment.control.SegmentGraph;
import dev.jackstaff.domain.segment.control.SegmentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The check of what a project is after a change: only what was changed, and what depends on it, can be invalid. */
@ApplicationScoped
class ResultCheck {
    @Inject
    ProjectStore projects;

    @Inject
    FlagStore flags;

    @Inject
    SegmentStore segments;

    @Inject
    SegmentReferences references;

    /**
     * Refuses a project that is invalid now. The caller holds the project's lock, unless flags were only turned on or off,
     * which nothing can break.
     *
     * @throws DomainException.Conflict if something else still needs what is gone
     * @throws DomainException.Invalid if what was changed names something that is not there, or cannot be compiled
     */
    void refuseInvalid(Project project, ChangeTargets targets) {
        List<FlagTarget> changedFlags =
                targets.flags().stream().filter(FlagTarget::isToBeChecked).toList();
        List<SegmentTarget> changedSegments = targets.segments().stream()
                .filter(SegmentTarget::areAnswersChanged)
                .toList();
        List<StateTarget> changedStates = targets.states().stream()
                .filter(state -> !state.isSwitchedOnly())
                .toList();
        targets.attributes().forEach(AttributeTarget::refuseInvalid);
        if (changedFlags.isEmpty() && changedSegments.isEmpty() && changedStates.isEmpty()) {
            return;
        }
        SegmentGraph graph = SegmentGraph.of(segments.all(project));
        changedSegments.forEach(segment -> refuseInvalid(project, segment, graph));
        List<Flag> served = flags.unarchived(project);
        FlagValidator validator = new FlagValidator(served, graph.definitions());
        refuseInvalidFlags(project, changedFlags, served, validator);
        for (StateTarget target : changedStates) {
            Violations violations = new Violations();
            validator.checkDecision(target.flag(), target.state().settings(), violations);
            violations.throwIfAny();
        }
    }

    private void refuseInvalid(Project project, SegmentTarget segment, SegmentGraph graph) {
        if (segment.exists()) {
            SegmentEditor.check(segment.key(), segment.present(), graph);
            return;
        }
        List<String> parents = graph.parentsOf(segment.key().value());
        if (!parents.isEmpty()) {
            throw new DomainException.Conflict(
                    "segment \"" + segment.key() + "\" is part of the segments " + String.join(", ", parents));
        }
        List<String> users = references.flagsUsing(project, segment.key());
        if (!users.isEmpty()) {
            throw new DomainException.Conflict(
                    "segment \"" + segment.key() + "\" is used by the flags " + String.join(", ", users));
        }
    }

    private void refuseInvalidFlags(
            Project project, List<FlagTarget> changed, List<Flag> served, FlagValidator validator) {
        if (changed.isEmpty()) {
            return;
        }
        Map<String, List<Flag>> dependents = dependents(served);
        Violations violations = new Violations();
        for (FlagTarget target : changed) {
            List<Flag> needing = dependents.getOrDefault(target.key().value(), List.of());
            if (!target.isServed()) {
                refuseNeeded(target.key(), needing);
                continue;
            }
            validator.checkPrerequisites(target.existing(), violations);
            violations.throwIfAny();
        }
        refuseBrokenStates(project, changed, validator);
        changed.stream()
                .flatMap(target -> dependents.getOrDefault(target.key().value(), List.of()).stream())
                .distinct()
                .forEach(dependent -> validator.checkPrerequisites(dependent, violations));
        violations.throwIfAny();
    }

    private static Map<String, List<Flag>> dependents(Collection<Flag> served) {
        Map<String, List<Flag>> dependents = new HashMap<>();
        for (Flag flag : served) {
            flag.prerequisites()
                    .forEach(prerequisite ->
                            dependents.merge(prerequisite.flag(), List.of(flag), (some, more) -> Stream.concat(
                                            some.stream(), more.stream())
                                    .toList()));
        }
        return dependents;
    }

    private static void refuseNeeded(FlagKey key, List<Flag> needing) {
        if (!needing.isEmpty()) {
            throw new DomainException.Conflict("flag \"" + key + "\" is a prerequisite of "
                    + needing.stream().map(flag -> flag.key().value()).collect(Collectors.joining(", ")));
        }
    }

    /** Refuses a change that removes a variant an environment serves. */
    private void refuseBrokenStates(Project project, List<FlagTarget> changed, FlagValidator validator) {
        Map<UUID, Flag> served = changed.stream()
                .filter(target -> target.isServed() && !target.isNew())
                .collect(Collectors.toMap(FlagTarget::id, FlagTarget::existing));
        if (served.isEmpty()) {
            return;
        }
        Map<UUID, Environment> environments =
                projects.environments(project).stream().collect(Collectors.toMap(Environment::id, Function.identity()));
        for (FlagState state : flags.states(project, served.keySet())) {
            Flag flag = served.get(state.flagId());
            Environment environment = environments.get(state.environmentId());
            if (flag != null && environment != null) {
                validator.findProblem(flag, state.settings()).ifPresent(problem -> {
                    throw new DomainException.Conflict("flag \"" + flag.key() + "\" would become invalid in "
                            + environment.key() + ": " + problem.message());
                });
            }
        }
    }
}
