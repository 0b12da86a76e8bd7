package dev.jackstaff.api.change;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.RevisionQueryParser;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.json.RequiredMembers;
import dev.jackstaff.domain.change.boundary.ChangeRequest;
import dev.jackstaff.domain.change.boundary.Changes;
import dev.jackstaff.domain.history.boundary.History;
import dev.jackstaff.domain.history.boundary.RevisionQuery;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The resource of changes by instructions. */
@Path("/api/v1/projects/{project}/changes")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Changes")
public class ChangesResource {
    @Inject
    Changes changes;

    @Inject
    History history;

    @GET
    @Operation(
            summary = "List the changes of a project, latest first",
            description = "For the next page, pass \"next\" as ?cursor=.")
    @APIResponseSchema(ChangePageResponse.class)
    public ChangePageResponse list(
            @PathParam("project") ProjectKey project,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        RevisionQuery query = RevisionQueryParser.parse(cursor, limit);
        return ChangePageResponse.of(history.changes(project, query), query.limit());
    }

    @POST
    @Operation(
            summary = "Change a project by instructions, all or none",
            description =
                    "With \"base\" or \"projectBase\", the change is refused with 409 if somebody else has changed since that revision"
                            + " what an instruction reads or writes. With \"dryRun\", nothing is changed.")
    @APIResponseSchema(ChangeResponse.class)
    public ChangeResponse change(
            @PathParam("project") ProjectKey project, @RequiredMembers("changes") ChangeRequestBody body) {
        ChangeRequest request = body.toRequest();
        boolean dryRun = body.isDryRun();
        return ChangeResponse.of(changes.run(project, request, dryRun), body.environment(), dryRun);
    }
}
