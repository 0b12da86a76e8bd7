package dev.jackstaff.api.access;

import dev.jackstaff.domain.audit.boundary.AuditRefusals;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The filter that records requests which the caller was not allowed to make. */
@RequiresAuthentication
@RequestScoped
public class RefusalFilter implements ContainerResponseFilter {
    private static final Logger LOG = Logger.getLogger(RefusalFilter.class.getName());

    @Inject
    AuditRefusals refusals;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == Response.Status.FORBIDDEN.getStatusCode()) {
            try {
                refusals.forbidden(
                        request.getMethod() + " /" + request.getUriInfo().getPath(), "the permission is missing");
            } catch (RuntimeException unavailable) {
                LOG.log(Level.WARNING, "A refusal is not recorded in the audit trail.", unavailable);
            }
        }
    }
}
