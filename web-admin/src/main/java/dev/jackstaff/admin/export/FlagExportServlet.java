package dev.jackstaff.admin.export;

import dev.jackstaff.admin.flag.FlagListAddress;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.PageLimit;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.listing.boundary.FlagListing;
import dev.jackstaff.domain.listing.boundary.FlagListingPage;
import dev.jackstaff.domain.listing.boundary.FlagListingQuery;
import dev.jackstaff.domain.listing.boundary.FlagRow;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The flags that the filters in the address show, on all pages of the list, as a file. With {@code selected} only those of
 * them. Flags are read and written a page at a time, so that a file of any length needs the memory of one page.
 */
@WebServlet({"/flags.csv", "/flags.json"})
public class FlagExportServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Here here;

    @Inject
    private transient FlagListAddress address;

    @Inject
    private transient FlagListing listing;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        FlagListingPage first;
        try {
            first = page(0);
        } catch (DomainException refusal) {
            response.sendError(
                    refusal.kind() == DomainException.Kind.FORBIDDEN
                            ? HttpServletResponse.SC_FORBIDDEN
                            : HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean csv = request.getServletPath().endsWith(".csv");
        String name = "flags-" + here.getProject() + "-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                + (csv ? ".csv" : ".json");
        response.setContentType(csv ? "text/csv;charset=UTF-8" : "application/json;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        Writer out = response.getWriter();
        FlagFile file = csv ? new CsvFlagFile(out) : new JsonFlagFile(out);
        write(file, first);
    }

    private FlagListingPage page(int offset) {
        return listing.page(
                here.projectKey(), new FlagListingQuery(address.filter(), address.sort(), offset, PageLimit.MAX));
    }

    /** Writes all pages. A flag that moves to a later page meanwhile is written once. */
    private void write(FlagFile file, FlagListingPage first) throws IOException {
        Set<String> selected = Set.copyOf(here.values("selected"));
        Set<FlagKey> written = new HashSet<>();
        file.begin(here.getEnvironments());
        List<FlagRow> rows = first.rows();
        for (int offset = PageLimit.MAX; !rows.isEmpty(); offset += PageLimit.MAX) {
            for (FlagRow row : rows) {
                FlagKey key = row.flag().key();
                if ((selected.isEmpty() || selected.contains(key.value())) && written.add(key)) {
                    file.add(row);
                }
            }
            rows = rows.size() < PageLimit.MAX ? List.of() : page(offset).rows();
        }
        file.end();
    }
}
