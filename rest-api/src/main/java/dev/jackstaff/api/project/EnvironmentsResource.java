package dev.jackstaff.api.project;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.QueryParameters;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.http.VersionHeaders;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
    public List<EnvironmentResponse> list(@PathParam("project") ProjectKey project) {
        return environments.list(project).stream().map(EnvironmentResponse::of).toList();
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
