package dev.jackstaff.edge.http;

import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.coding.RequestDecodingFilter;
import jakarta.servlet.http.HttpServletRequest;

/** The filter that decodes request bodies; it refuses in the form of the requested protocol. */
public class EdgeRequestDecodingFilter extends RequestDecodingFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected Reply refusal(HttpServletRequest request, int status, String reason) {
        return EdgeRefusals.of(request.getRequestURI(), status, reason);
    }
}
