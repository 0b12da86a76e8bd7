package dev.jackstaff.api.access;

import dev.jackstaff.api.http.ListPage;
import dev.jackstaff.api.http.PageQuery;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.http.VersionHeaders;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.api.json.RequiredMembers;
import dev.jackstaff.domain.access.boundary.RoleView;
import dev.jackstaff.domain.access.boundary.Roles;
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

/** The roles resource: what roles there are, and what they allow. */
@Path("/api/v1/roles")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Access")
public class RolesResource {
    @Inject
    Roles roles;

    @GET
    @Operation(summary = "List roles: those that are built in, and those of the installation")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RoleResponse.class)))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; default: all")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "That of \"next\" in the header Link")
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return ListPage.response(roles.list(), RoleView::key, RoleResponse::of, new PageQuery(limit, cursor));
    }

    @POST
    @Operation(summary = "Create a role")
    @APIResponseSchema(value = RoleResponse.class, responseCode = "201")
    public Response create(@RequiredMembers({"key", "permissions"}) RoleRequest request, @Context UriInfo uri) {
        RoleView role = roles.create(RequestFields.required("key", request.key()), request.toDetails());
        return VersionHeaders.created(
                uri.getAbsolutePathBuilder().path(role.key()).build(), RoleResponse.of(role), role.version());
    }

    @PUT
    @Path("/{key}")
    @Operation(
            summary = "Change a role of the installation",
            description = "Whoever has it may do what it says at once.")
    @APIResponseSchema(RoleResponse.class)
    public Response update(
            @PathParam("key") String key, @HeaderParam("If-Match") @Nullable String ifMatch, RoleRequest request) {
        RequestFields.requireUnchanged("key", request.key(), key);
        RoleView role = roles.update(key, request::change, VersionHeaders.parseIfMatch(ifMatch, request.version()));
        return VersionHeaders.ok(RoleResponse.of(role), role.version());
    }

    @DELETE
    @Path("/{key}")
    @Operation(summary = "Delete a role of the installation that nobody has")
    @APIResponse(responseCode = "204", description = "Done")
    public void delete(@PathParam("key") String key, @HeaderParam("If-Match") @Nullable String ifMatch) {
        roles.delete(key, VersionHeaders.parseIfMatch(ifMatch));
    }
}
