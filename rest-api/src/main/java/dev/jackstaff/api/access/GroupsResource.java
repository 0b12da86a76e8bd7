package dev.jackstaff.api.access;

import dev.jackstaff.api.http.ListPage;
import dev.jackstaff.api.http.PageQuery;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.http.VersionHeaders;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.api.json.RequiredMembers;
import dev.jackstaff.domain.access.boundary.GroupView;
import dev.jackstaff.domain.access.boundary.Groups;
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

/** The resource of groups of users. */
@Path("/api/v1/groups")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Access")
public class GroupsResource {
    @Inject
    Groups groups;

    @GET
    @Operation(summary = "List groups")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = GroupResponse.class)))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; default: all")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "That of \"next\" in the header Link")
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return ListPage.response(
                groups.list(), view -> view.id().toString(), GroupResponse::of, new PageQuery(limit, cursor));
    }

    @POST
    @Operation(summary = "Create a group")
    @APIResponseSchema(value = GroupResponse.class, responseCode = "201")
    public Response create(@RequiredMembers("name") GroupRequest request, @Context UriInfo uri) {
        GroupView group = groups.create(RequestFields.required("name", request.name()));
        return VersionHeaders.created(
                uri.getAbsolutePathBuilder().path(group.id().toString()).build(),
                GroupResponse.of(group),
                group.version());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Get a group")
    @APIResponseSchema(GroupResponse.class)
    public Response get(@PathParam("id") UUID id) {
        GroupView group = groups.get(id);
        return VersionHeaders.ok(GroupResponse.of(group), group.version());
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Rename a group")
    @APIResponseSchema(GroupResponse.class)
    public Response update(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequiredMembers("name") GroupRequest request) {
        GroupView group = groups.rename(
                id,
                RequestFields.required("name", request.name()),
                VersionHeaders.parseIfMatch(ifMatch, request.version()));
        return VersionHeaders.ok(GroupResponse.of(group), group.version());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete a group with the roles that it has")
    @APIResponse(responseCode = "204", description = "Done")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        groups.delete(id, VersionHeaders.parseIfMatch(ifMatch));
    }

    @GET
    @Path("/{id}/members")
    @Operation(summary = "List the users in a group")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = UserResponse.class)))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; default: all")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "That of \"next\" in the header Link")
    public Response members(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return ListPage.response(
                groups.members(id), view -> view.id().toString(), UserResponse::of, new PageQuery(limit, cursor));
    }

    @PUT
    @Path("/{id}/members/{user}")
    @Operation(summary = "Put a user into a group")
    @APIResponse(responseCode = "204", description = "Done")
    public void join(@PathParam("id") UUID id, @PathParam("user") UUID user) {
        groups.join(id, user);
    }

    @DELETE
    @Path("/{id}/members/{user}")
    @Operation(summary = "Take a user out of a group")
    @APIResponse(responseCode = "204", description = "Done")
    public void leave(@PathParam("id") UUID id, @PathParam("user") UUID user) {
        groups.leave(id, user);
    }
}
