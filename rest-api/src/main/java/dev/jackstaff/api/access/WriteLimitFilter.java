package dev.jackstaff.api.access;

import dev.jackstaff.domain.access.WriteQuota;
import dev.jackstaff.domain.access.boundary.WriteLimit;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Set;

/**
 * The filter that limits how often a credential that has been checked may write, and says in each answer to a write what it may
 * still do (draft-ietf-httpapi-ratelimit-headers-10).
 */
@RequiresAuthentication
@Priority(Priorities.AUTHENTICATION + 1)
@RequestScoped
public class WriteLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {
    static final String POLICY = "RateLimit-Policy";
    static final String STATE = "RateLimit";

    private static final String CREDENTIAL = WriteLimitFilter.class.getName();
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Inject
    WriteLimit limit;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!READING.contains(request.getMethod())) {
            RequestCredential.find(request::getHeaderString).ifPresent(credential -> {
                request.setProperty(CREDENTIAL, credential);
                limit.charge(credential);
            });
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(CREDENTIAL) instanceof String credential) {
            limit.quota(credential).ifPresent(quota -> describe(quota, response.getHeaders()));
        }
    }

    private static void describe(WriteQuota quota, MultivaluedMap<String, Object> headers) {
        headers.putSingle(
                POLICY,
                "\"writes\";q=%d;w=%d".formatted(quota.limit(), quota.window().toSeconds()));
        headers.putSingle(
                STATE,
                "\"writes\";r=%d;t=%d"
                        .formatted(
                                quota.remaining(),
                                quota.renewal().plusMillis(999).toSeconds()));
    }
}
