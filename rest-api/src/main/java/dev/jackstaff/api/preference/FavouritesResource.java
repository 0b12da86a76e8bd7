package dev.jackstaff.api.preference;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.ListPage;
import dev.jackstaff.api.http.PageQuery;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.preference.boundary.Favourites;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The resource of the flags of a project that the user who asks has marked to find again. */
@Path("/api/v1/me/projects/{project}/favourites")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Preferences")
public class FavouritesResource {
    @Inject
    Favourites favourites;

    @GET
    @Operation(summary = "List the keys of one's own favourite flags of a project")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; default: all")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "That of \"next\" in the header Link")
    public Response list(
            @PathParam("project") ProjectKey project,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return ListPage.response(
                favourites.list(project), FlagKey::value, FlagKey::value, new PageQuery(limit, cursor));
    }

    @PUT
    @Path("/{flag}")
    @Operation(summary = "Mark a flag as a favourite")
    @APIResponse(responseCode = "204", description = "Done")
    public void mark(@PathParam("project") ProjectKey project, @PathParam("flag") FlagKey flag) {
        favourites.mark(project, flag);
    }

    @DELETE
    @Path("/{flag}")
    @Operation(summary = "Take the mark of a favourite away")
    @APIResponse(responseCode = "204", description = "Done")
    public void unmark(@PathParam("project") ProjectKey project, @PathParam("flag") FlagKey flag) {
        favourites.unmark(project, flag);
    }
}
