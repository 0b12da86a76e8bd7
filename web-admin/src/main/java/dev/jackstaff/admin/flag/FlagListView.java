package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.LazyValue;
import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.listing.FlagCounts;
import dev.jackstaff.domain.listing.FlagFilter;
import dev.jackstaff.domain.listing.FlagMark;
import dev.jackstaff.domain.listing.FlagSort;
import dev.jackstaff.domain.listing.boundary.FlagListing;
import dev.jackstaff.domain.listing.boundary.FlagListingPage;
import dev.jackstaff.domain.listing.boundary.FlagListingQuery;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.ValueType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The flag list of a project, with a switch for each environment. View, filter, order and page are in the address. */
@Named
@RequestScoped
public class FlagListView {
    private static final int PAGE = 25;

    @Inject
    Here here;

    @Inject
    FlagListing listing;

    private final LazyValue<FlagListingPage> page = new LazyValue<>(this::read);
    private final LazyValue<FlagCounts> counts = new LazyValue<>(() -> listing.counts(here.projectKey()));

    /** Goes to the first project, or to the projects page, if the address names none. */
    public @Nullable String open() {
        if (!here.isInProject()) {
            return here.getProjects().stream()
                    .findFirst()
                    .map(first -> "flags.xhtml?faces-redirect=true&project="
                            + first.key().value())
                    .orElse("projects.xhtml?faces-redirect=true");
        }
        page();
        here.getEnvironment();
        return null;
    }

    private FlagListingPage page() {
        return page.get(here);
    }

    private FlagListingPage read() {
        return listing.page(here.projectKey(), new FlagListingQuery(filter(), sort(), offset(), PAGE));
    }

    private FlagFilter filter() {
        FlagFilter filter = FlagFilter.ALL
                .withText(getText().strip())
                .of(
                        first(ValueType.values(), type -> type.label().equals(here.parameter("type"))),
                        FlagKind.LABELS.find(here.parameter("kind")).orElse(null))
                .labelled(here.parameter("tag"), here.parameter("owner"));
        Optional<FlagMark> mark = FlagMark.LABELS.find(getView());
        if (mark.isPresent()) {
            filter = filter.with(mark.get());
        }
        return switch (here.parameter("state")) {
            case "on" -> filter.in(new EnvironmentKey(here.getEnvironment().key()), true);
            case "off" -> filter.in(new EnvironmentKey(here.getEnvironment().key()), false);
            default -> filter;
        };
    }

    private static <T> @Nullable T first(T[] values, Predicate<T> wanted) {
        return Arrays.stream(values).filter(wanted).findFirst().orElse(null);
    }

    private FlagSort sort() {
        return FlagSort.LABELS.find(here.parameter("sort")).orElse(FlagSort.KEY);
    }

    private int offset() {
        String number = here.parameter("page");
        return number.matches("[1-9][0-9]{0,5}") ? (Integer.parseInt(number) - 1) * PAGE : 0;
    }

    public List<ListedFlag> getRows() {
        return page().rows().stream()
                .map(row -> new ListedFlag(row, here.getEnvironments()))
                .toList();
    }

    /** The numbers of the standard views. */
    public FlagCounts getCounts() {
        return counts.get(here);
    }

    /** Which flags of how many are on this page. */
    public String getRange() {
        return MessageBundle.format(
                "flags.range", offset() + 1, offset() + page().rows().size(), page().total());
    }

    /** The address of the page before; null if this is the first. */
    public @Nullable String getPrevious() {
        return offset() == 0 ? null : here.withParameter("page", String.valueOf(offset() / PAGE));
    }

    /** The address of the next page; null if this is the last. */
    public @Nullable String getNext() {
        int next = offset() + PAGE;
        return next >= page().total() ? null : here.withParameter("page", String.valueOf(next / PAGE + 1));
    }

    /** The address of a standard view of the whole list. */
    public String viewLink(String view) {
        String list = here.link("flags.xhtml");
        return view.isEmpty() ? list : list + "&view=" + view;
    }

    /** The address of this list in another order. */
    public String sortLink(String order) {
        return here.withParameter("sort", order);
    }

    /** The state of a column's order, for {@code aria-sort}. */
    public String ordered(String order) {
        boolean ascending = order.equals(FlagSort.KEY.label());
        return sort().label().equals(order) ? (ascending ? "ascending" : "descending") : "none";
    }

    /** The filters that are set, each with the address of the list without it. */
    public List<FilterChip> getChips() {
        return FilterChip.of(here, "state", "type", "kind", "tag", "owner");
    }

    /** Whether a filter hides some flags. */
    public boolean isFiltered() {
        return !getView().isEmpty() || !getText().isBlank() || !getChips().isEmpty();
    }

    /** The standard view that is shown: a label of {@link FlagMark}; empty for all. */
    public String getView() {
        return here.parameter("view");
    }

    public String getText() {
        return here.parameter("q");
    }

    public FlagKind[] getKinds() {
        return FlagKind.values();
    }

    public ValueType[] getTypes() {
        return ValueType.values();
    }

    /** Whether a switch on this page changes production. */
    public boolean isProduction() {
        return here.getEnvironments().stream().anyMatch(EnvironmentMark::production);
    }
}
