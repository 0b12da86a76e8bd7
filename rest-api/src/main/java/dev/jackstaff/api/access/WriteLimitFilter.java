package dev.jackstaff.api.access;

import dev.jackstaff.domain.access.boundary.WriteLimit;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Set;

/** The filter that limits how often a credential that has been checked may write. */
@RequiresAuthentication
@Priority(Priorities.AUTHENTICATION + 1)
@RequestScoped
public class WriteLimitFilter implements ContainerRequestFilter {
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Inject
    WriteLimit limit;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!READING.contains(request.getMethod())) {
            RequestCredential.find(request::getHeaderString).ifPresent(limit::charge);
        }
    }
}
