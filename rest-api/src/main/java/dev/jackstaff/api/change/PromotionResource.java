package dev.jackstaff.api.change;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.json.RequiredMembers;
import dev.jackstaff.domain.change.boundary.FlagCopies;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The resource of taking settings from one environment to another. */
@Path("/api/v1/projects/{project}/promote")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Changes")
public class PromotionResource {
    @Inject
    FlagCopies copies;

    @POST
    @Operation(
            summary = "Make the settings of flags in one environment like those in another",
            description = "With \"dryRun\", nothing is changed, and the effects are the difference.")
    @APIResponseSchema(ChangeResponse.class)
    public ChangeResponse promote(
            @PathParam("project") ProjectKey project, @RequiredMembers({"from", "to"}) PromotionBody body) {
        return ChangeResponse.of(
                copies.promote(project, body.toPromotion(project), body.toBase(), body.toNote(), body.isDryRun()),
                body.to(),
                body.isDryRun());
    }
}
