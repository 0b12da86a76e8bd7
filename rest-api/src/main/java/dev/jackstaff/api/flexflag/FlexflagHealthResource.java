package dev.jackstaff.api.flexflag;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** FlexFlag's health check of its server, with FlexFlag's name of the service, which scripts look for. */
@Path("/health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Health")
public class FlexflagHealthResource {
    /** The answer of FlexFlag's server. */
    public record Health(String status, String service) {}

    @GET
    @Operation(summary = "Check liveness, in FlexFlag's format")
    public Health health() {
        return new Health("ok", "flexflag-server");
    }
}
