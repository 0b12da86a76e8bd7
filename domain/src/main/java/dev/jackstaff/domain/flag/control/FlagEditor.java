package dev.jackstaff.domain.flag.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagContent;
import dev.jackstaff.domain.flag.entity.FlagSettings;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.segment.control.SegmentGraph;
import dev.jackstaff.domain.segment.control.SegmentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The creation and change of flags. The caller holds the project's lock. */
@ApplicationScoped
public class FlagEditor {
    @Inject
    FlagStore flags;

    @Inject
    ProjectStore projects;

    @Inject
    SegmentStore segments;

    @Inject
    Clock clock;

    /** Creates a flag with these details, off in every environment; its prerequisites still have to be checked. */
    public Flag create(Project project, FlagKey key, FlagDetails details) {
        Flag flag = new Flag(project, key, details.type(), content(key, details)).createdAt(clock.instant());
        flags.add(flag);
        for (Environment environment : projects.environments(project)) {
            flags.add(new FlagState(flag, environment, clock.instant()));
        }
        return flag;
    }

    /** Updates a flag; what that breaks still has to be checked. */
    public Flag.Effect update(Flag flag, FlagDetails details) {
        flag.refuseOtherType(details.type());
        return flag.update(content(flag.key(), details), clock.instant());
    }

    /** The content that details describe; Invalid if they break a rule that needs no other flag to be checked. */
    public static FlagContent content(FlagKey key, FlagDetails details) {
        Violations violations = new Violations();
        FlagContent content = new FlagContentParser(key, details, violations).parse();
        violations.throwIfAny();
        return content;
    }

    /** Refuses a change that removes a variant an environment serves or another flag requires. */
    public void refuseBreakingChange(Project project, Flag flag) {
        refuseBreakingChange(validatorFor(project), project, flag);
    }

    /** As above, with a validator that exists already. */
    public void refuseBreakingChange(FlagValidator validator, Project project, Flag flag) {
        Map<UUID, Environment> environments =
                projects.environments(project).stream().collect(Collectors.toMap(Environment::id, Function.identity()));
        for (FlagState state : flags.states(flag)) {
            validator.findProblem(flag, state.settings()).ifPresent(problem -> {
                Environment environment = environments.get(state.environmentId());
                throw new DomainException.Conflict("flag \"" + flag.key() + "\" would become invalid in "
                        + (environment == null ? "an environment" : environment.key()) + ": " + problem.message());
            });
        }
        Violations violations = new Violations();
        dependents(project, flag).forEach(dependent -> validator.checkPrerequisites(dependent, violations));
        violations.throwIfAny();
    }

    /** The flags that are not archived and have this one as a prerequisite. */
    public List<Flag> dependents(Project project, Flag parent) {
        return flags.unarchived(project).stream()
                .filter(flag -> flag.prerequisites().stream()
                        .anyMatch(prerequisite ->
                                prerequisite.flag().equals(parent.key().value())))
                .toList();
    }

    /** Refuses a flag whose prerequisites do not exist, form a cycle, or cannot be met. */
    public void refuseInvalidPrerequisites(Project project, Flag flag) {
        if (!flag.prerequisites().isEmpty()) {
            refuseInvalidPrerequisites(validatorFor(project), flag);
        }
    }

    /** As above, with a validator that exists already. */
    public void refuseInvalidPrerequisites(FlagValidator validator, Flag flag) {
        Violations violations = new Violations();
        validator.checkPrerequisites(flag, violations);
        violations.throwIfAny();
    }

    /** Replaces the settings of a flag in an environment; returns whether they differ. */
    public boolean updateState(FlagValidator validator, Flag flag, FlagState state, FlagStateDetails details) {
        FlagSettings decision = FlagSettings.of(details);
        Violations violations = new Violations();
        validator.checkDecision(flag, decision, violations);
        violations.throwIfAny();
        return state.update(decision, clock.instant());
    }

    /** A validator for the project's flags as this transaction sees them. */
    public FlagValidator validatorFor(Project project) {
        return new FlagValidator(
                flags.unarchived(project),
                SegmentGraph.of(segments.all(project)).definitions());
    }
}
