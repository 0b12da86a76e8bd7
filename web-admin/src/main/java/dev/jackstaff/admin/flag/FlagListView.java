package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.domain.flag.boundary.FlagOverviewPage;
import dev.jackstaff.domain.flag.boundary.FlagOverviewQuery;
import dev.jackstaff.domain.flag.boundary.Flags;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The flag list of a project, with a switch for each environment. Filter and page are in the address. */
@Named
@RequestScoped
public class FlagListView {
    private static final int PAGE = 25;

    @Inject
    Here here;

    @Inject
    Flags flags;

    private @Nullable FlagOverviewPage page;

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

    private FlagOverviewPage page() {
        if (page == null) {
            FlagOverviewQuery query = new FlagOverviewQuery(getText().strip(), isArchived(), offset(), PAGE);
            page = flags.overview(here.projectKey(), query);
        }
        return page;
    }

    private int offset() {
        String number = here.parameter("page");
        return number.matches("[1-9][0-9]{0,5}") ? (Integer.parseInt(number) - 1) * PAGE : 0;
    }

    public List<FlagRow> getRows() {
        return page().items().stream().map(FlagRow::new).toList();
    }

    /** Which flags of how many are on this page. */
    public String getRange() {
        return MessageBundle.format(
                "flags.range", offset() + 1, offset() + page().items().size(), page().total());
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

    /** Whether a filter hides some flags. */
    public boolean isFiltered() {
        return isArchived() || !getText().isBlank();
    }

    public String getText() {
        return here.parameter("q");
    }

    public boolean isArchived() {
        return Boolean.parseBoolean(here.parameter("archived"));
    }

    /** Whether a switch on this page changes production. */
    public boolean isProduction() {
        return here.getEnvironments().stream().anyMatch(EnvironmentMark::production);
    }
}
