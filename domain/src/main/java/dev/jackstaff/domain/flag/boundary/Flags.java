package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.Staleness;
import dev.jackstaff.domain.flag.control.FlagIds;
import dev.jackstaff.domain.flag.control.FlagSearch;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.control.FlagStore.FlagInProject;
import dev.jackstaff.domain.flag.control.FlagStore.PlacedState;
import dev.jackstaff.domain.flag.control.StaleFlagSearch;
import dev.jackstaff.domain.flag.control.StalePolicyStore;
import dev.jackstaff.domain.flag.control.StalenessQuery;
import dev.jackstaff.domain.flag.control.StateChanges;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The use cases of flags. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
public class Flags {
    @Inject
    ProjectStore projects;

    @Inject
    FlagStore flags;

    @Inject
    FlagIds ids;

    @Inject
    FlagSearch search;

    @Inject
    StaleFlagSearch staleSearch;

    @Inject
    StalenessQuery staleness;

    @Inject
    StalePolicyStore policies;

    /** Lists flags, by cursor. */
    public FlagPage list(ProjectKey projectKey, FlagQuery query) {
        Project project = projects.existing(projectKey);
        List<Flag> found = find(project, query);
        return new FlagPage(views(project, page(found, query)), next(found, query));
    }

    /** Lists flags with their on/off states, by cursor. */
    public FlagStatesPage listWithStates(ProjectKey projectKey, FlagQuery query) {
        Project project = projects.existing(projectKey);
        List<Flag> found = find(project, query);
        return new FlagStatesPage(overviews(project, page(found, query)), next(found, query));
    }

    private static List<Flag> page(List<Flag> found, FlagQuery query) {
        return found.stream().limit(query.limit()).toList();
    }

    private static @Nullable String next(List<Flag> found, FlagQuery query) {
        return found.size() > query.limit() ? found.get(query.limit() - 1).key().value() : null;
    }

    /** The flags of a page, and one more if there is one. */
    private List<Flag> find(Project project, FlagQuery query) {
        FlagSearch.Criteria criteria = new FlagSearch.Criteria(project, query.text(), query.archived());
        Optional<FlagKey> after =
                query.cursor().isEmpty() ? Optional.empty() : Optional.of(new FlagKey(query.cursor()));
        int limit = query.limit() + 1;
        return query.stale() ? staleSearch.pageAfter(criteria, after, limit) : search.pageAfter(criteria, after, limit);
    }

    /** The flags with their states, in their order. */
    private List<FlagOverview> overviews(Project project, List<Flag> found) {
        List<FlagView> views = views(project, found);
        List<Environment> environments = projects.environments(project);
        Set<FlagSearch.StateId> on = search.enabledStates(found);
        return IntStream.range(0, found.size())
                .mapToObj(i -> new FlagOverview(views.get(i), enabled(found.get(i), environments, on)))
                .toList();
    }

    /** The views of flags, in their order. */
    private List<FlagView> views(Project project, List<Flag> found) {
        Map<UUID, StateChanges> changes = search.stateChanges(found);
        Map<UUID, Staleness> stale = staleness.of(found, policies.find(project).policy());
        return found.stream()
                .map(flag -> FlagView.of(
                        flag,
                        changes.getOrDefault(flag.id(), StateChanges.NONE),
                        stale.getOrDefault(flag.id(), Staleness.ACTIVE)))
                .toList();
    }

    private static Map<EnvironmentKey, Boolean> enabled(
            Flag flag, List<Environment> environments, Set<FlagSearch.StateId> on) {
        Map<EnvironmentKey, Boolean> enabled = new LinkedHashMap<>();
        for (Environment environment : environments) {
            enabled.put(environment.key(), on.contains(new FlagSearch.StateId(flag.id(), environment.id())));
        }
        return enabled;
    }

    /** The keys of a project's flags that are not archived, in their order; none also if there is no such project. */
    public List<FlagKey> keys(ProjectKey project) {
        return search.keys(project);
    }

    /** The flags that people have marked as stale, by key; archived flags are left out. */
    public List<FlagKey> markedStale(ProjectKey projectKey) {
        return staleness.marked(projects.existing(projectKey));
    }

    /** A flag and its state in each environment, or NotFound. */
    public FlagWithStates getWithStates(ProjectKey projectKey, FlagKey key) {
        FlagInProject found = flags.existing(projectKey, key);
        Project project = found.project();
        Flag flag = found.flag();
        List<PlacedState> placed = flags.placedStates(flag);
        remember(projectKey, found, placed);
        StalePolicyStore.AtRevision now = policies.findAtRevision(project);
        Staleness stale = staleness.of(List.of(flag), now.policy()).getOrDefault(flag.id(), Staleness.ACTIVE);
        FlagView view = FlagView.of(
                flag, StateChanges.of(placed.stream().map(PlacedState::state).toList()), stale);
        return new FlagWithStates(
                view,
                placed.stream()
                        .map(one -> FlagStateView.of(
                                flag,
                                one.environment(),
                                one.state(),
                                one.environment().revision()))
                        .toList(),
                now.projectRevision());
    }

    private void remember(ProjectKey project, FlagInProject found, List<PlacedState> placed) {
        Flag flag = found.flag();
        ids.remember(project, flag.key(), new FlagIds.Ids(found.project().id(), flag.id()));
        placed.forEach(one ->
                ids.remember(project, one.environment().key(), one.environment().id()));
    }

    /** Returns a flag, or NotFound. */
    public FlagView get(ProjectKey projectKey, FlagKey key) {
        Project project = projects.existing(projectKey);
        return views(project, List.of(flags.existing(project, key))).get(0);
    }
}
