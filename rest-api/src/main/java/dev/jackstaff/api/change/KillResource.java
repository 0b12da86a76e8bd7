package dev.jackstaff.api.change;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.boundary.KillSwitches;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The resource of turning a flag off everywhere at once. */
@Path("/api/v1/projects/{project}/flags/{flag}/kill")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Changes")
public class KillResource {
    @Inject
    KillSwitches switches;

    @POST
    @Operation(
            summary = "Turn a flag off in all environments at once",
            description =
                    "With \"restoreAfterMinutes\", it turns on again where it was, unless somebody has changed that"
                            + " meanwhile.")
    @APIResponseSchema(KillResponse.class)
    public KillResponse kill(@PathParam("project") ProjectKey project, @PathParam("flag") FlagKey flag, KillBody body) {
        return KillResponse.of(
                switches.kill(project, flag, body.restoreAfter(), ChangeOptions.note(body.reason(), body.ticket())));
    }

    @GET
    @Operation(summary = "Get when a flag turns on again by itself")
    @APIResponseSchema(RestorationResponse.class)
    public RestorationResponse get(@PathParam("project") ProjectKey project, @PathParam("flag") FlagKey flag) {
        return switches.waiting(project, flag)
                .map(RestorationResponse::of)
                .orElseThrow(() -> new DomainException.NotFound("restoration of flag", flag));
    }

    @DELETE
    @Operation(summary = "Leave a flag off that would turn on again by itself")
    @APIResponse(responseCode = "204", description = "Done")
    public void cancel(@PathParam("project") ProjectKey project, @PathParam("flag") FlagKey flag) {
        switches.cancel(project, flag);
    }
}
