package dev.jackstaff.api.access;

import dev.jackstaff.api.http.ListPage;
import dev.jackstaff.api.http.PageQuery;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.http.VersionHeaders;
import dev.jackstaff.api.json.RequiredMembers;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.access.boundary.Users;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The users resource, for administrators. */
@Path("/api/v1/users")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Access")
public class UsersResource {
    @Inject
    Users users;

    @GET
    @Operation(summary = "List users")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = UserResponse.class)))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; default: all")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "That of \"next\" in the header Link")
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return ListPage.response(
                users.list(), view -> view.id().toString(), UserResponse::of, new PageQuery(limit, cursor));
    }

    @POST
    @Operation(summary = "Create a user")
    @APIResponseSchema(value = UserResponse.class, responseCode = "201")
    public Response create(@RequiredMembers({"email", "password", "role"}) UserRequest request, @Context UriInfo uri) {
        UserView user = users.create(request.toNewUser());
        return VersionHeaders.created(
                uri.getAbsolutePathBuilder().path(user.id().toString()).build(), UserResponse.of(user), user.version());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Get a user")
    @APIResponseSchema(UserResponse.class)
    public Response get(@PathParam("id") UUID id) {
        UserView user = users.get(id);
        return VersionHeaders.ok(UserResponse.of(user), user.version());
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Delete a user",
            description = "Their sessions end, and their drafts and preferences go. What they did stays in the audit"
                    + " trail under their address.")
    @APIResponse(responseCode = "204", description = "Done")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        users.delete(id, VersionHeaders.parseIfMatch(ifMatch));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change a user", description = "With \"active\": false the user can no longer log in.")
    @APIResponseSchema(UserResponse.class)
    public Response update(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, UserRequest request) {
        UserView user = users.update(id, request::toDetails, VersionHeaders.parseIfMatch(ifMatch, request.version()));
        return VersionHeaders.ok(UserResponse.of(user), user.version());
    }
}
