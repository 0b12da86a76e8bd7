package dev.jackstaff.api.project;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.ListPage;
import dev.jackstaff.api.http.PageQuery;
import dev.jackstaff.api.http.QueryParameters;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.http.VersionHeaders;
import dev.jackstaff.api.json.MergePatch;
import dev.jackstaff.api.json.RequiredMembers;
import dev.jackstaff.domain.change.boundary.EnvironmentChanges;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import dev.jackstaff.domain.project.boundary.Environments;
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

/** The resource of a project's environments. */
@Path("/api/v1/projects/{project}/environments")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Projects")
public class EnvironmentsResource {
    @Inject
    Environments environments;

    @Inject
    EnvironmentChanges environmentChanges;

    @GET
    @Operation(summary = "List a project's environments, in their order")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = EnvironmentResponse.class)))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; default: all")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "That of \"next\" in the header Link")
    public Response list(
            @PathParam("project") ProjectKey project,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return ListPage.response(
                environments.list(project),
                view -> view.key().value(),
                EnvironmentResponse::of,
                new PageQuery(limit, cursor));
    }

    @POST
    @Operation(summary = "Create an environment", description = "Every flag is off in the new environment.")
    @APIResponseSchema(value = EnvironmentResponse.class, responseCode = "201")
    public Response create(
            @PathParam("project") ProjectKey project,
            @RequiredMembers("key") EnvironmentRequest request,
            @Context UriInfo uri) {
        EnvironmentView environment = environmentChanges.create(project, request.toNewEnvironment());
        return VersionHeaders.created(
                uri.getAbsolutePathBuilder().path(environment.key().value()).build(),
                EnvironmentResponse.of(environment),
                environment.version());
    }

    @GET
    @Path("/{environment}")
    @Operation(summary = "Get an environment")
    @APIResponseSchema(EnvironmentResponse.class)
    public Response get(@PathParam("project") ProjectKey project, @PathParam("environment") EnvironmentKey key) {
        EnvironmentView environment = environments.get(project, key);
        return VersionHeaders.ok(EnvironmentResponse.of(environment), environment.version());
    }

    @PUT
    @Path("/{environment}")
    @Operation(summary = "Change an environment", description = "Members that are left out stay as they are.")
    @APIResponseSchema(EnvironmentResponse.class)
    public Response update(
            @PathParam("project") ProjectKey project,
            @PathParam("environment") EnvironmentKey key,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            EnvironmentRequest request) {
        EnvironmentView environment = environmentChanges.update(
                project, key, request::toDetails, VersionHeaders.parseIfMatch(ifMatch, request.version()));
        return VersionHeaders.ok(EnvironmentResponse.of(environment), environment.version());
    }

    @PATCH
    @Path("/{environment}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Patch an environment",
            description = "A JSON merge patch (RFC 7396): what it leaves out stays, and null removes a member.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = EnvironmentRequest.class)))
    @APIResponseSchema(EnvironmentResponse.class)
    public Response patch(
            @PathParam("project") ProjectKey project,
            @PathParam("environment") EnvironmentKey key,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            MergePatch patch) {
        EnvironmentView environment = environmentChanges.update(
                project,
                key,
                before -> patch.applyTo(EnvironmentResponse.of(before), EnvironmentRequest.class)
                        .toPatched(before),
                VersionHeaders.parseIfMatch(ifMatch, patch.version()));
        return VersionHeaders.ok(EnvironmentResponse.of(environment), environment.version());
    }

    @DELETE
    @Path("/{environment}")
    @Operation(
            summary = "Delete an environment with its states and keys",
            description =
                    "An environment with keys, with flags that are on or with flags that have settings of their own"
                            + " is deleted only with ?force=true.")
    @APIResponse(responseCode = "204", description = "Done")
    public void delete(
            @PathParam("project") ProjectKey project,
            @PathParam("environment") EnvironmentKey key,
            @QueryParam("force") @Nullable String force,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        environmentChanges.delete(
                project, key, QueryParameters.bool("force", force), VersionHeaders.parseIfMatch(ifMatch));
    }
}
