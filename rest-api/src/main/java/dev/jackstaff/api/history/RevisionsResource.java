package dev.jackstaff.api.history;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.RevisionQueryParser;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.domain.history.boundary.History;
import dev.jackstaff.domain.history.boundary.RevisionQuery;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The resource of an environment's revisions. */
@Path("/api/v1/projects/{project}/environments/{environment}/revisions")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "History")
@SuppressWarnings("NullAway.Init") // JAX-RS fills the path parameters
public class RevisionsResource {
    @Inject
    History history;

    @PathParam("project")
    ProjectKey project;

    @PathParam("environment")
    EnvironmentKey environment;

    @GET
    @Operation(
            summary = "List the revisions of an environment, latest first",
            description = "For the next page, pass \"next\" as ?cursor=.")
    @APIResponseSchema(RevisionPageResponse.class)
    public RevisionPageResponse list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
        RevisionQuery query = RevisionQueryParser.parse(cursor, limit);
        return RevisionPageResponse.of(history.revisions(project, environment, query), query.limit());
    }

    @GET
    @Path("/{revision: [0-9]+}")
    @Operation(
            summary = "Get an environment as it was at a revision",
            description = "The flags and segments of that revision, as a snapshot without credentials.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Object.class)))
    public Response get(@PathParam("revision") long revision) {
        return Response.ok(SnapshotWriter.write(history.at(project, environment, revision)))
                .build();
    }
}
