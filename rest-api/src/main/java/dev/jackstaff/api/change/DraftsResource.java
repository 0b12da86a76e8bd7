package dev.jackstaff.api.change;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.ListPage;
import dev.jackstaff.api.http.PageQuery;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.domain.draft.boundary.DraftChanges;
import dev.jackstaff.domain.draft.boundary.Drafts;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The resource of all drafts of a flag that the user who asks has. */
@Path("/api/v1/projects/{project}/flags/{flag}/drafts")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Drafts")
public class DraftsResource {
    @Inject
    Drafts drafts;

    @Inject
    DraftChanges changes;

    @GET
    @Operation(summary = "List one's own drafts of a flag")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = DraftResponse.class)))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; default: all")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "That of \"next\" in the header Link")
    public Response list(
            @PathParam("project") ProjectKey project,
            @PathParam("flag") FlagKey flag,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return ListPage.response(
                drafts.ofFlag(project, flag),
                draft -> draft.environment() == null ? "" : draft.environment().value(),
                DraftResponse::of,
                new PageQuery(limit, cursor));
    }

    @POST
    @Operation(
            summary = "Save drafts of a flag as one change",
            description = "With 409, somebody else has changed what a draft changes: the drafts stay as they are.")
    @APIResponseSchema(ChangeResponse.class)
    public ChangeResponse save(
            @PathParam("project") ProjectKey project, @PathParam("flag") FlagKey flag, DraftSaveBody body) {
        return ChangeResponse.of(
                changes.save(project, flag, body.toSelection(), ChangeOptions.note(body.reason(), body.ticket())),
                null,
                false);
    }
}
