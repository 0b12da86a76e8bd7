package dev.jackstaff.domain.usage.boundary;

import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.control.FlagIds;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.usage.FlagUsageView;
import dev.jackstaff.domain.usage.ProjectUsageView;
import dev.jackstaff.domain.usage.UnknownFlagView;
import dev.jackstaff.domain.usage.UsageQuery;
import dev.jackstaff.domain.usage.control.UsageAggregates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Usage: how often flags were evaluated. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
public class UsageStatistics {
    /** The maximum number of items in an answer. */
    public static final int MAX_ITEMS = 10_000;

    @Inject
    ProjectStore projects;

    @Inject
    FlagIds ids;

    @Inject
    UsageAggregates aggregates;

    /** The counts of one flag, or NotFound. */
    public FlagUsageView ofFlag(ProjectKey projectKey, FlagKey key, UsageQuery query) {
        query.environment().ifPresent(environment -> ids.environment(projectKey, environment, key));
        UsageAggregates.OfFlag found =
                aggregates.ofFlag(ids.existing(projectKey, key).flag(), query, MAX_ITEMS + 1);
        return new FlagUsageView(
                key, found.lastSeen(), first(found.items()), found.items().size() <= MAX_ITEMS);
    }

    /**
     * How often each variant of a flag was served in an environment since an hour. The empty key stands for evaluations that
     * served no variant; nothing is there if there is no such flag.
     */
    public Map<String, Long> byVariant(ProjectKey project, FlagKey flag, EnvironmentKey environment, Instant from) {
        return aggregates.byVariant(project, flag, environment, from);
    }

    /** The counts of a project's flags, or NotFound. */
    public ProjectUsageView ofProject(ProjectKey projectKey, UsageQuery query) {
        Project project = existing(projectKey, query);
        List<ProjectUsageView.Item> items = aggregates.ofProject(project, query, MAX_ITEMS + 1);
        return new ProjectUsageView(aggregates.lastSeen(project), first(items), items.size() <= MAX_ITEMS);
    }

    /**
     * The names that clients asked for and that are no flags, those seen last first; at most {@link UnknownFlagView#MOST}.
     *
     * @param environment limits them to an environment; empty for all
     */
    public List<UnknownFlagView> unknownFlags(ProjectKey key, Optional<EnvironmentKey> environment) {
        Project project = projects.existing(key);
        environment.ifPresent(one -> projects.existing(project, one));
        return aggregates.unknown(
                project, environment.map(EnvironmentKey::value).orElse(""), UnknownFlagView.MOST);
    }

    private Project existing(ProjectKey key, UsageQuery query) {
        Project project = projects.existing(key);
        query.environment().ifPresent(environment -> projects.existing(project, environment));
        return project;
    }

    private static <T> List<T> first(List<T> items) {
        return items.subList(0, Math.min(MAX_ITEMS, items.size()));
    }
}
