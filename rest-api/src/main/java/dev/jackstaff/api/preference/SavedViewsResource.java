package dev.jackstaff.api.preference;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.ListPage;
import dev.jackstaff.api.http.PageQuery;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.json.RequiredMembers;
import dev.jackstaff.domain.preference.SavedView;
import dev.jackstaff.domain.preference.boundary.SavedViews;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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

/** The resource of the saved views of a project's list of flags that the user who asks sees. */
@Path("/api/v1/me/projects/{project}/views")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Preferences")
public class SavedViewsResource {
    @Inject
    SavedViews views;

    @GET
    @Operation(summary = "List one's own saved views of a project's flags, and those that others share")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = SavedViewResponse.class)))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; default: all")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "That of \"next\" in the header Link")
    public Response list(
            @PathParam("project") ProjectKey project,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return ListPage.response(
                views.list(project), view -> view.id().toString(), SavedViewResponse::of, new PageQuery(limit, cursor));
    }

    @POST
    @Operation(summary = "Save a view of a project's flags")
    @APIResponseSchema(value = SavedViewResponse.class, responseCode = "201")
    public Response create(
            @PathParam("project") ProjectKey project,
            @RequiredMembers("name") SavedViewBody body,
            @Context UriInfo uri) {
        SavedView view = views.create(project, body.toDetails());
        return Response.created(
                        uri.getAbsolutePathBuilder().path(view.id().toString()).build())
                .entity(SavedViewResponse.of(view))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change one's own saved view")
    @APIResponseSchema(SavedViewResponse.class)
    public SavedViewResponse update(
            @PathParam("project") ProjectKey project,
            @PathParam("id") UUID id,
            @RequiredMembers("name") SavedViewBody body) {
        return SavedViewResponse.of(views.update(project, id, body.toDetails()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove one's own saved view")
    @APIResponse(responseCode = "204", description = "Done")
    public void delete(@PathParam("project") ProjectKey project, @PathParam("id") UUID id) {
        views.delete(project, id);
    }
}
