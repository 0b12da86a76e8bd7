package dev.jackstaff.api.change;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.domain.change.boundary.Restores;
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

/** The resource of restoring what was. */
@Path("/api/v1/projects/{project}/restore")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Changes")
public class RestoreResource {
    @Inject
    Restores restores;

    @POST
    @Operation(
            summary = "Make flags, their settings and segments as they were at a revision",
            description =
                    "With \"revision\", the settings in the environment come back; with \"projectRevision\", what all"
                            + " environments share, deleted flags and segments too. What did not exist then stays as it is.")
    @APIResponseSchema(ChangeResponse.class)
    public ChangeResponse restore(@PathParam("project") ProjectKey project, RestoreBody body) {
        return ChangeResponse.of(
                restores.restore(project, body.toRequest(), body.toBase(), body.toNote(), body.isDryRun()),
                body.environment(),
                body.isDryRun());
    }
}
