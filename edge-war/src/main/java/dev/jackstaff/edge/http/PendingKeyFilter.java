package dev.jackstaff.edge.http;

import dev.jackstaff.protocols.environment.PendingKeys;
import dev.jackstaff.protocols.http.PresentedKey;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The filter that holds a request whose key the upstream has yet to decide on, for a moment at most, so that the first
 * request of a valid key is answered.
 */
@SuppressWarnings("NullAway.Init") // CDI fills the field
public class PendingKeyFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient PendingKeys pending;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        pending.await(PresentedKey.in(request::getHeader));
        chain.doFilter(request, response);
    }
}
