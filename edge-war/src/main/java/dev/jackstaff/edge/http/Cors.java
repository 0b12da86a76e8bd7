package dev.jackstaff.edge.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of other origins ask (Fetch standard, CORS protocol): preflights are answered before any key is looked at.
 * Credentials of the browser are never allowed, so {@code *} is no danger; keys travel in headers, which are listed because
 * {@code *} does not cover {@code Authorization}.
 */
@PreMatching
@Priority(2)
public class Cors implements ContainerRequestFilter, ContainerResponseFilter {
    /** The origins that may ask, separated by commas; {@code *} for all. */
    static final String ORIGINS = "jackstaff.edge.cors.origins";

    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String REQUEST_METHOD = "Access-Control-Request-Method";
    private static final String ORIGIN = "Origin";
    private static final String ALL = "*";
    private static final String HEADERS = "Accept, Authorization, Cache-Control, Content-Type, If-None-Match,"
            + " Flagsmith-Application-Name, Flagsmith-Application-Version, Flagsmith-SDK-User-Agent, Last-Event-ID,"
            + " Unleash-AppName, Unleash-Connection-Id, Unleash-SDK, X-API-Key, X-Environment-Key";
    private static final String EXPOSED = "ETag, Retry-After, Jackstaff-Revision, X-Flagsmith-Document-Updated-At";
    private static final int TWO_DAYS = 172_800;

    private final Set<String> origins = Set.of(
            ConfigProvider.getConfig().getOptionalValue(ORIGINS, String[].class).orElse(new String[] {ALL}));

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.OPTIONS)
                && request.getHeaderString(ORIGIN) != null
                && request.getHeaderString(REQUEST_METHOD) != null) {
            request.abortWith(Response.noContent()
                    .header("Access-Control-Allow-Methods", "GET, POST, DELETE, OPTIONS")
                    .header("Access-Control-Allow-Headers", HEADERS)
                    .header("Access-Control-Max-Age", TWO_DAYS)
                    .build());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String origin = request.getHeaderString(ORIGIN);
        MultivaluedMap<String, Object> headers = response.getHeaders();
        if (!origins.contains(ALL)) {
            headers.add(HttpHeaders.VARY, ORIGIN);
        }
        String allowed = allowed(origin);
        if (allowed != null) {
            headers.putSingle(ALLOW_ORIGIN, allowed);
            headers.putSingle("Access-Control-Expose-Headers", EXPOSED);
        }
    }

    private @Nullable String allowed(@Nullable String origin) {
        if (origin == null) {
            return null;
        }
        return origins.contains(ALL) ? ALL : origins.contains(origin) ? origin : null;
    }
}
