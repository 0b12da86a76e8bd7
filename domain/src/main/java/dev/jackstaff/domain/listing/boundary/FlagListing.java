package dev.jackstaff.domain.listing.boundary;

import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.Login;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.control.StalePolicyStore;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.listing.EnvironmentSummary;
import dev.jackstaff.domain.listing.FlagCounts;
import dev.jackstaff.domain.listing.control.EnvironmentSummaries;
import dev.jackstaff.domain.listing.control.FlagListingStore;
import dev.jackstaff.domain.listing.control.FlagListingStore.Found;
import dev.jackstaff.domain.listing.control.ListingContext;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The use cases of looking through a project's flags. A page needs five statements, however many flags it has. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
public class FlagListing {
    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    ProjectStore projects;

    @Inject
    StalePolicyStore policies;

    @Inject
    FlagListingStore store;

    @Inject
    FlagStore flags;

    @Inject
    EnvironmentSummaries summaries;

    @Inject
    CurrentActor currentActor;

    @Inject
    Clock clock;

    /** A page of the flags that meet a filter. A page beyond the last is empty, and has the total 0. */
    public FlagListingPage page(ProjectKey projectKey, FlagListingQuery query) {
        return page(context(projectKey), query);
    }

    /** A page, and the numbers of the standard views. */
    public FlagListingOverview overview(ProjectKey projectKey, FlagListingQuery query) {
        ListingContext context = context(projectKey);
        return new FlagListingOverview(page(context, query), store.counts(context));
    }

    private FlagListingPage page(ListingContext context, FlagListingQuery query) {
        FlagListingStore.Page page = store.page(context, query.filter(), query.sort(), query.offset(), query.limit());
        List<UUID> ids = page.flags().stream().map(Found::id).toList();
        Map<UUID, Flag> found = flags.ofIds(ids).stream().collect(Collectors.toMap(Flag::id, Function.identity()));
        Map<UUID, List<EnvironmentSummary>> environments = summaries.of(ids);
        List<FlagRow> rows = page.flags().stream()
                .filter(one -> found.containsKey(one.id()))
                .map(one -> row(one, Objects.requireNonNull(found.get(one.id())), environments))
                .toList();
        return new FlagListingPage(rows, page.total());
    }

    /** The numbers of the standard views of a project, which no filter changes. */
    public FlagCounts counts(ProjectKey projectKey) {
        return store.counts(context(projectKey));
    }

    private ListingContext context(ProjectKey projectKey) {
        Project project = projects.existing(projectKey);
        String user = currentActor.findLogin().map(Login::user).orElse(NOBODY).toString();
        return new ListingContext(project, user, policies.find(project).policy(), clock.instant());
    }

    private static FlagRow row(Found one, Flag flag, Map<UUID, List<EnvironmentSummary>> environments) {
        FlagView view = FlagView.of(flag, one.changes(), one.staleness());
        return new FlagRow(
                view,
                one.favourite(),
                environments.getOrDefault(one.id(), List.of()),
                one.hourly(),
                one.hourly().stream().mapToLong(Long::longValue).sum(),
                view.updatedAt(),
                one.changedBy());
    }
}
