package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.control.Revisions;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;

/** The use cases of a flag's state in one environment. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
public class FlagStates {
    @Inject
    ProjectStore projects;

    @Inject
    FlagStore flags;

    @Inject
    Revisions revisions;

    /** Returns the state, or NotFound. */
    public FlagStateView get(FlagAddress address) {
        Project project = projects.existing(address.project());
        Environment environment = projects.existing(project, address.environment());
        Flag flag = flags.existing(project, address.flag());
        FlagState state = flags.state(flag, environment, LockModeType.NONE);
        return FlagStateView.of(flag, environment, state, revisions.of(environment));
    }

    /** The states in all environments, in their order. */
    public List<FlagStateView> ofFlag(ProjectKey projectKey, FlagKey key) {
        Project project = projects.existing(projectKey);
        Flag flag = flags.existing(project, key);
        return flags.placedStates(flag).stream()
                .map(placed -> FlagStateView.of(
                        flag,
                        placed.environment(),
                        placed.state(),
                        placed.environment().revision()))
                .toList();
    }
}
