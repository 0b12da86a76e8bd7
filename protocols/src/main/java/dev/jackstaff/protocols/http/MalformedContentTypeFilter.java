package dev.jackstaff.protocols.http;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The filter that refuses bodies whose Content-Type is no media type, in the form of the route, and disregards an Accept
 * that is no list of media types (RFC 9110, section 12.5.1).
 */
@PreMatching
@Priority(2)
public class MalformedContentTypeFilter implements ContainerRequestFilter {
    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    @Context
    @Nullable
    HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
        if (servletRequest != null
                && servletRequest.getAttribute(ContentTypeFilter.MALFORMED) != null
                && METHODS_WITH_BODY.contains(request.getMethod())) {
            throw new BadRequestException("the Content-Type is not a media type such as application/json");
        }
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        if (accept != null && !isMediaTypes(accept)) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        }
    }

    private static boolean isMediaTypes(String accept) {
        try {
            for (String type : accept.split(",", -1)) {
                if (!type.isBlank()) {
                    MediaType.valueOf(type.strip());
                }
            }
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
