package dev.jackstaff.protocols.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A filter that reads and discards the rest of a request body that the handler did not read. Most clients read the
 * response only after they have sent the whole body, and the server alone would let them wait forever.
 */
public class UnreadBodyFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(UnreadBodyFilter.class.getName());

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        boolean hasBody = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        if (hasBody && !request.isAsyncStarted()) {
            drain(request.getInputStream());
        }
    }

    private static void drain(InputStream body) {
        try {
            RequestBody.drain(body);
        } catch (IOException disconnected) {
            LOG.log(Level.FINE, "The client disconnected before its request body was read.", disconnected);
        }
    }
}
