package dev.jackstaff.edge.staleness;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The filter that sets the snapshot age header, and a Warning header (RFC 7234, 5.5.1) if the policy says so. */
@SuppressWarnings("NullAway.Init") // CDI fills the field
public class SnapshotAgeFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** The header with the age of the oldest snapshot, in seconds. */
    public static final String AGE_HEADER = "Jackstaff-Snapshot-Age";

    private static final String STALE = "110 - \"Response is Stale\"";

    @Inject
    transient StalenessMonitor staleness;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        StalenessMonitor.OldestAge age = staleness.age();
        if (age.seconds() != null) {
            response.setHeader(AGE_HEADER, age.seconds());
        }
        if (age.withWarning()) {
            response.setHeader("Warning", STALE);
        }
        chain.doFilter(request, response);
    }
}
