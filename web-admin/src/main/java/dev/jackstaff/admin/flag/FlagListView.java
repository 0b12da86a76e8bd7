package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.LazyValue;
import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.domain.listing.FlagCounts;
import dev.jackstaff.domain.listing.FlagMark;
import dev.jackstaff.domain.listing.FlagSort;
import dev.jackstaff.domain.listing.boundary.FlagListing;
import dev.jackstaff.domain.listing.boundary.FlagListingOverview;
import dev.jackstaff.domain.listing.boundary.FlagListingPage;
import dev.jackstaff.domain.listing.boundary.FlagListingQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The flag list of a project, with a switch for each environment. View, filter, order and page are in the address. */
@Named
@RequestScoped
public class FlagListView {
    /** So many flags are on a page, */
    private static final int MOST_ROWS = 25;

    /** fewer where there are many environments: so many cells are on it at most, */
    private static final int MOST_CELLS = 400;

    /** but so many flags in any case. */
    private static final int FEWEST_ROWS = 10;

    @Inject
    Here here;

    @Inject
    LastProject lastProject;

    @Inject
    FlagListing listing;

    @Inject
    FlagListAddress address;

    @Inject
    FlagListColumns columns;

    private final LazyValue<FlagListingOverview> overview = new LazyValue<>(this::read);

    /** Goes to the project that was looked at last, else the first, or to the projects page, if the address names none. */
    public @Nullable String open() {
        if (!here.isInProject()) {
            return lastProject
                    .find(here.getProjects())
                    .map(key -> "flags.xhtml?faces-redirect=true&project=" + key)
                    .orElse("projects.xhtml?faces-redirect=true");
        }
        page();
        here.getEnvironment();
        lastProject.remember(here.getProject());
        return null;
    }

    private FlagListingPage page() {
        return overview.get(here).page();
    }

    private FlagListingOverview read() {
        return listing.overview(
                here.projectKey(), new FlagListingQuery(address.filter(), address.sort(), offset(), rows()));
    }

    private int rows() {
        int cells = Math.max(1, columns.getEnvironments().size());
        return Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, MOST_CELLS / cells));
    }

    private int offset() {
        String number = here.parameter("page");
        return number.matches("[1-9][0-9]{0,5}") ? (Integer.parseInt(number) - 1) * rows() : 0;
    }

    public List<ListedFlag> getRows() {
        List<EnvironmentMark> marks = columns.getEnvironments();
        return page().rows().stream().map(row -> new ListedFlag(row, marks)).toList();
    }

    /** The numbers of the standard views. */
    public FlagCounts getCounts() {
        return overview.get(here).counts();
    }

    /** Which flags of how many are on this page. */
    public String getRange() {
        return MessageBundle.format(
                "flags.range", offset() + 1, offset() + page().rows().size(), page().total());
    }

    /** The number of all flags that the filter shows. */
    public long getTotal() {
        return page().total();
    }

    /** The address of a file with all that the filter shows, in a format: {@code csv} or {@code json}. */
    public String exportLink(String format) {
        return here.linkWithParameters("flags." + format);
    }

    /** The address of the page before; null if this is the first. */
    public @Nullable String getPrevious() {
        return offset() == 0 ? null : here.withParameter("page", String.valueOf(offset() / rows()));
    }

    /** The address of the next page; null if this is the last. */
    public @Nullable String getNext() {
        int next = offset() + rows();
        return next >= page().total() ? null : here.withParameter("page", String.valueOf(next / rows() + 1));
    }

    /** The address of a standard view of the whole list. */
    public String viewLink(String view) {
        return here.link("flags.xhtml", Map.of("view", view));
    }

    /** Whether the page shows this standard view, for {@code aria-current}. */
    public String shown(String view) {
        boolean shown = here.parameter("saved").isEmpty() && getView().equals(view);
        return shown ? "page" : "false";
    }

    /** The address of this list in another order, from its beginning. */
    public String sortLink(String order) {
        return here.withParameters(Map.of("sort", order, "page", ""));
    }

    /** The state of a column's order, for {@code aria-sort}. */
    public String ordered(String order) {
        boolean ascending = order.equals(FlagSort.KEY.label());
        return address.sort().label().equals(order) ? (ascending ? "ascending" : "descending") : "none";
    }

    /** The standard view that is shown: a label of {@link FlagMark}; empty for all. */
    public String getView() {
        return here.parameter("view");
    }

    public String getText() {
        return here.parameter("q");
    }

    /** Whether the flags of the list are archived. */
    public boolean isArchive() {
        return address.filter().marks().contains(FlagMark.ARCHIVED);
    }
}
