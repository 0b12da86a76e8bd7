package dev.jackstaff.edge.extra;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.EnvironmentAccess;
import dev.jackstaff.protocols.http.PresentedKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Says of a flag whether it is on. */
@Path("/plain/flags")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
@SuppressWarnings("NullAway.Init") // the container fills the field
public class PlainResource {
    @Inject
    EnvironmentAccess environments;

    @GET
    @Path("/{flag}")
    public String evaluate(@PathParam("flag") String flag, @Context HttpHeaders headers) {
        Access access = environments.access(PresentedKey.in(headers::getHeaderString));
        if (!(access instanceof Access.Granted granted)) {
            return "no access";
        }
        EvaluationContext nobody = EvaluationContext.builder().build();
        return granted.evaluate(flag, nobody).enabled() ? "on" : "off";
    }
}
