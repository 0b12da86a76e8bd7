package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.control.FlagSearch;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.control.StateChanges;
import dev.jackstaff.domain.flag.entity.Flag;
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

/** The use cases of flags. */
@ApplicationScoped
@Transactional
@RequiresRole(Role.VIEWER)
public class Flags {
    @Inject
    ProjectStore projects;

    @Inject
    FlagStore flags;

    @Inject
    FlagSearch search;

    /** Lists flags, by cursor. */
    public FlagPage list(ProjectKey projectKey, FlagQuery query) {
        FlagSearch.Criteria criteria =
                new FlagSearch.Criteria(projects.existing(projectKey), query.text(), query.archived());
        Optional<FlagKey> after =
                query.cursor().isEmpty() ? Optional.empty() : Optional.of(new FlagKey(query.cursor()));
        List<Flag> found = search.pageAfter(criteria, after, query.limit() + 1);
        List<FlagView> items = views(found.stream().limit(query.limit()).toList());
        boolean more = found.size() > query.limit();
        return new FlagPage(items, more ? items.get(items.size() - 1).key().value() : null);
    }

    /** Lists flags with their on/off states, by offset. */
    public FlagOverviewPage overview(ProjectKey projectKey, FlagOverviewQuery filter) {
        Project project = projects.existing(projectKey);
        FlagSearch.Criteria criteria = new FlagSearch.Criteria(project, filter.text(), filter.archived());
        List<Flag> found = search.pageAt(criteria, filter.offset(), filter.limit());
        List<Environment> environments = projects.environments(project);
        Set<FlagSearch.StateId> on = search.enabledStates(found);
        Map<UUID, StateChanges> changes = search.stateChanges(found);
        List<FlagOverview> items = found.stream()
                .map(flag -> new FlagOverview(view(flag, changes), enabled(flag, environments, on)))
                .toList();
        return new FlagOverviewPage(items, search.count(criteria));
    }

    private FlagView view(Flag flag) {
        return view(flag, search.stateChanges(List.of(flag)));
    }

    private List<FlagView> views(List<Flag> found) {
        Map<UUID, StateChanges> changes = search.stateChanges(found);
        return found.stream().map(flag -> view(flag, changes)).toList();
    }

    private static FlagView view(Flag flag, Map<UUID, StateChanges> changes) {
        return FlagView.of(flag, changes.getOrDefault(flag.id(), StateChanges.NONE));
    }

    private static Map<EnvironmentKey, Boolean> enabled(
            Flag flag, List<Environment> environments, Set<FlagSearch.StateId> on) {
        Map<EnvironmentKey, Boolean> enabled = new LinkedHashMap<>();
        for (Environment environment : environments) {
            enabled.put(environment.key(), on.contains(new FlagSearch.StateId(flag.id(), environment.id())));
        }
        return enabled;
    }

    /** Returns a flag, or NotFound. */
    public FlagView get(ProjectKey projectKey, FlagKey key) {
        return view(flags.existing(projects.existing(projectKey), key));
    }
}
