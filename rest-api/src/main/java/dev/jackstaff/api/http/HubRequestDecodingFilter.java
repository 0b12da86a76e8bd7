package dev.jackstaff.api.http;

import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.coding.RequestDecodingFilter;
import jakarta.servlet.http.HttpServletRequest;

/** The filter that decodes request bodies; it refuses as the hub does at the requested path. */
public class HubRequestDecodingFilter extends RequestDecodingFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected Reply refusal(HttpServletRequest request, int status, String reason) {
        return HubRefusals.of(request.getRequestURI(), status, reason);
    }
}
