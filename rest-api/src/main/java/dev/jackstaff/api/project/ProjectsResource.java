package dev.jackstaff.api.project;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.ListPage;
import dev.jackstaff.api.http.PageQuery;
import dev.jackstaff.api.http.QueryParameters;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.http.VersionHeaders;
import dev.jackstaff.api.json.MergePatch;
import dev.jackstaff.api.json.RequiredMembers;
import dev.jackstaff.domain.change.boundary.ProjectChanges;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.ProjectView;
import dev.jackstaff.domain.project.boundary.Projects;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The projects resource. */
@Path("/api/v1/projects")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Projects")
public class ProjectsResource {
    @Inject
    Projects projects;

    @Inject
    ProjectChanges projectChanges;

    @GET
    @Operation(
            summary = "List projects, ordered by key",
            description = "All of them, or with a limit one page; the header Link names the next.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ProjectResponse.class)))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "The most projects to return; default: all")
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The key of the last project of the previous page")
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return ListPage.response(
                projects.list(), view -> view.key().value(), ProjectResponse::of, new PageQuery(limit, cursor));
    }

    @POST
    @Operation(
            summary = "Create a project",
            description = "It gets the environments production, staging and development.")
    @APIResponseSchema(value = ProjectResponse.class, responseCode = "201")
    public Response create(@RequiredMembers("key/slug") ProjectRequest request, @Context UriInfo uri) {
        ProjectView project = projectChanges.create(request.toNewProject());
        return VersionHeaders.created(
                uri.getAbsolutePathBuilder().path(project.key().value()).build(),
                ProjectResponse.of(project),
                project.version());
    }

    @GET
    @Path("/{project}")
    @Operation(summary = "Get a project")
    @APIResponseSchema(ProjectResponse.class)
    public Response get(@PathParam("project") ProjectKey key) {
        ProjectView project = projects.get(key);
        return VersionHeaders.ok(ProjectResponse.of(project), project.version());
    }

    @PUT
    @Path("/{project}")
    @Operation(summary = "Change a project", description = "Members that are left out stay as they are.")
    @APIResponseSchema(ProjectResponse.class)
    public Response update(
            @PathParam("project") ProjectKey key,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            ProjectRequest request) {
        ProjectView project =
                projectChanges.update(key, request::toDetails, VersionHeaders.parseIfMatch(ifMatch, request.version()));
        return VersionHeaders.ok(ProjectResponse.of(project), project.version());
    }

    @PATCH
    @Path("/{project}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Patch a project",
            description = "A JSON merge patch (RFC 7396): what it leaves out stays, and null removes a member.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = ProjectRequest.class)))
    @APIResponseSchema(ProjectResponse.class)
    public Response patch(
            @PathParam("project") ProjectKey key, @HeaderParam("If-Match") @Nullable String ifMatch, MergePatch patch) {
        ProjectView project = projectChanges.update(
                key,
                before -> patch.applyTo(ProjectResponse.of(before), ProjectRequest.class)
                        .toPatched(before),
                VersionHeaders.parseIfMatch(ifMatch, patch.version()));
        return VersionHeaders.ok(ProjectResponse.of(project), project.version());
    }

    @DELETE
    @Path("/{project}")
    @Operation(
            summary = "Delete a project and everything in it",
            description = "A project with flags, segments or keys is deleted only with ?force=true.")
    @APIResponse(responseCode = "204", description = "Done")
    public void delete(
            @PathParam("project") ProjectKey key,
            @QueryParam("force") @Nullable String force,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        projectChanges.delete(key, QueryParameters.bool("force", force), VersionHeaders.parseIfMatch(ifMatch));
    }
}
