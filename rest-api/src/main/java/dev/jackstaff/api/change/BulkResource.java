package dev.jackstaff.api.change;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.json.RequiredMembers;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.boundary.ChangeRequest;
import dev.jackstaff.domain.change.boundary.ChangeResult;
import dev.jackstaff.domain.change.boundary.Changes;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The resource of the same change of many flags. */
@Path("/api/v1/projects/{project}/bulk")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Changes")
public class BulkResource {
    @Inject
    Changes changes;

    @POST
    @Operation(
            summary = "Make the same change of many flags, with a result for each",
            description =
                    "Each flag is changed as a whole or not at all. One that is refused does not hinder the others.")
    @APIResponseSchema(BulkResponse.class)
    public BulkResponse change(
            @PathParam("project") ProjectKey project, @RequiredMembers({"flags", "changes"}) BulkBody body) {
        List<BulkResponse.Item> results = body.requests().entrySet().stream()
                .map(entry -> change(project, entry.getKey(), entry.getValue(), body.isDryRun()))
                .toList();
        return new BulkResponse(body.isDryRun(), results);
    }

    private BulkResponse.Item change(ProjectKey project, FlagKey flag, ChangeRequest request, boolean dryRun) {
        try {
            ChangeResult result = changes.run(project, request, dryRun);
            return BulkResponse.Item.of(flag, result);
        } catch (DomainException.NotFound | DomainException.Conflict | DomainException.Invalid refused) {
            return BulkResponse.Item.refused(flag, refused);
        }
    }
}
