package dev.jackstaff.domain.usage.boundary;

import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.usage.control.UsageSums;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** How often flags were evaluated. */
@ApplicationScoped
@Transactional
@RequiresRole(Role.VIEWER)
public class FlagUsage {
    /** How many items are told at once. */
    public static final int MOST = 10_000;

    @Inject
    ProjectStore projects;

    @Inject
    FlagStore flags;

    @Inject
    UsageSums sums;

    /** Of one flag, or NotFound. */
    public FlagUsageView ofFlag(ProjectKey projectKey, FlagKey key, UsageQuery query) {
        Project project = known(projectKey, query);
        Flag flag = flags.existing(project, key);
        List<FlagUsageView.Item> items = sums.ofFlag(flag, query, MOST + 1);
        return new FlagUsageView(key, sums.lastSeen(flag), first(items), items.size() <= MOST);
    }

    /** Of all flags of a project, or NotFound. */
    public ProjectUsageView ofProject(ProjectKey projectKey, UsageQuery query) {
        Project project = known(projectKey, query);
        List<ProjectUsageView.Item> items = sums.ofProject(project, query, MOST + 1);
        return new ProjectUsageView(sums.lastSeen(project), first(items), items.size() <= MOST);
    }

    private Project known(ProjectKey key, UsageQuery query) {
        Project project = projects.existing(key);
        query.environment().ifPresent(environment -> projects.existing(project, environment));
        return project;
    }

    private static <T> List<T> first(List<T> items) {
        return items.subList(0, Math.min(MOST, items.size()));
    }
}
