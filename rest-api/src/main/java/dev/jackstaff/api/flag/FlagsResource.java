package dev.jackstaff.api.flag;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.QueryParameters;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.http.VersionHeaders;
import dev.jackstaff.api.json.MergePatch;
import dev.jackstaff.api.json.RequiredMembers;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagQuery;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.project.ProjectKey;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The flags resource, without settings in environments. */
@Path("/api/v1/projects/{project}/flags")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Flags")
public class FlagsResource {
    @Inject
    Flags flags;

    @Inject
    FlagChanges flagChanges;

    @GET
    @Operation(summary = "List flags, ordered by key", description = "For the next page, pass \"next\" as ?cursor=.")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "Part of the key, name or description, or a tag")
    @Parameter(
            name = "archived",
            in = ParameterIn.QUERY,
            description = "true: archived flags only; default: flags that are not archived")
    @Parameter(
            name = "stale",
            in = ParameterIn.QUERY,
            description = "true: flags that are stale or potentially stale only; default: all")
    @Parameter(
            name = "environments",
            in = ParameterIn.QUERY,
            description = "true: with each flag, in which environments it is on; default: without")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "\"next\" of the previous page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; default: 50")
    @APIResponseSchema(FlagPageResponse.class)
    public FlagPageResponse list(@PathParam("project") ProjectKey project, @Context UriInfo uri) {
        MultivaluedMap<String, String> parameters = uri.getQueryParameters();
        FlagQuery query = query(parameters);
        return QueryParameters.bool("environments", parameters.getFirst("environments"))
                ? FlagPageResponse.of(flags.listWithStates(project, query))
                : FlagPageResponse.of(flags.list(project, query));
    }

    private static FlagQuery query(MultivaluedMap<String, String> parameters) {
        return new FlagQuery(
                QueryParameters.text("q", parameters.getFirst("q")),
                QueryParameters.bool("archived", parameters.getFirst("archived")),
                QueryParameters.bool("stale", parameters.getFirst("stale")),
                QueryParameters.text("cursor", parameters.getFirst("cursor")),
                QueryParameters.limit(parameters.getFirst("limit")));
    }

    @POST
    @Operation(summary = "Create a flag", description = "It is off in every environment.")
    @APIResponseSchema(value = FlagResponse.class, responseCode = "201")
    public Response create(
            @PathParam("project") ProjectKey project,
            @RequiredMembers("key") FlagRequest request,
            @Context UriInfo uri) {
        FlagView flag = flagChanges.create(project, request.toNewFlag());
        return VersionHeaders.created(
                uri.getAbsolutePathBuilder().path(flag.key().value()).build(), FlagResponse.of(flag), flag.version());
    }

    @GET
    @Path("/{flag}")
    @Operation(summary = "Get a flag")
    @APIResponseSchema(FlagResponse.class)
    public Response get(@PathParam("project") ProjectKey project, @PathParam("flag") FlagKey key) {
        return ok(flags.get(project, key));
    }

    @PUT
    @Path("/{flag}")
    @Operation(summary = "Change a flag", description = "Members that are left out stay as they are.")
    @APIResponseSchema(FlagResponse.class)
    public Response update(
            @PathParam("project") ProjectKey project,
            @PathParam("flag") FlagKey key,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            FlagRequest request) {
        return ok(flagChanges.update(
                project, key, request::toDetails, VersionHeaders.parseIfMatch(ifMatch, request.version())));
    }

    @PATCH
    @Path("/{flag}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Patch a flag",
            description = "A JSON merge patch (RFC 7396): what it leaves out stays, and null removes a member.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = FlagRequest.class)))
    @APIResponseSchema(FlagResponse.class)
    public Response patch(
            @PathParam("project") ProjectKey project,
            @PathParam("flag") FlagKey key,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            MergePatch patch) {
        return ok(flagChanges.update(
                project,
                key,
                flag -> patch.applyTo(FlagResponse.of(flag), FlagRequest.class).toPatched(flag),
                VersionHeaders.parseIfMatch(ifMatch, patch.version())));
    }

    @POST
    @Path("/{flag}/archive")
    @Operation(summary = "Archive a flag", description = "No environment serves it any more.")
    @APIResponseSchema(FlagResponse.class)
    public Response archive(
            @PathParam("project") ProjectKey project,
            @PathParam("flag") FlagKey key,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return ok(flagChanges.archive(project, key, VersionHeaders.parseIfMatch(ifMatch)));
    }

    @POST
    @Path("/{flag}/unarchive")
    @Operation(summary = "Restore an archived flag")
    @APIResponseSchema(FlagResponse.class)
    public Response unarchive(
            @PathParam("project") ProjectKey project,
            @PathParam("flag") FlagKey key,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return ok(flagChanges.unarchive(project, key, VersionHeaders.parseIfMatch(ifMatch)));
    }

    @DELETE
    @Path("/{flag}")
    @Operation(
            summary = "Delete an archived flag permanently",
            description = "A flag that is not archived is deleted only with ?force=true.")
    @APIResponse(responseCode = "204", description = "Done")
    public void delete(
            @PathParam("project") ProjectKey project,
            @PathParam("flag") FlagKey key,
            @QueryParam("force") @Nullable String force,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        flagChanges.delete(project, key, QueryParameters.bool("force", force), VersionHeaders.parseIfMatch(ifMatch));
    }

    private static Response ok(FlagView flag) {
        return VersionHeaders.ok(FlagResponse.of(flag), flag.version(), flag.stateChanges());
    }
}
