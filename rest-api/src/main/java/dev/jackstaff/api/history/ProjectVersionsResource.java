package dev.jackstaff.api.history;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.RevisionQueryParser;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.domain.history.boundary.History;
import dev.jackstaff.domain.history.boundary.RevisionQuery;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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

/** The resource of the versions of a project's details. */
@Path("/api/v1/projects/{project}/versions")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "History")
public class ProjectVersionsResource {
    @Inject
    History history;

    @GET
    @Operation(
            summary = "List the versions of a project's details, latest first",
            description = "For the next page, pass \"next\" as ?cursor=.")
    @APIResponseSchema(ProjectVersionPageResponse.class)
    public ProjectVersionPageResponse list(
            @PathParam("project") ProjectKey project,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        RevisionQuery query = RevisionQueryParser.parse(cursor, limit);
        return ProjectVersionPageResponse.of(history.versions(project, query), query.limit());
    }
}
