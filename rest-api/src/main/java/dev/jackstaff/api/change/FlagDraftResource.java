package dev.jackstaff.api.change;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.json.RequiredMembers;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.draft.boundary.DraftChanges;
import dev.jackstaff.domain.draft.boundary.DraftSelection;
import dev.jackstaff.domain.draft.boundary.Drafts;
import dev.jackstaff.domain.flag.FlagKey;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The resource of the draft of what all environments share of a flag. */
@Path("/api/v1/projects/{project}/flags/{flag}/draft")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Drafts")
@SuppressWarnings("NullAway.Init") // JAX-RS fills the path parameters
public class FlagDraftResource {
    @Inject
    Drafts drafts;

    @Inject
    DraftChanges changes;

    @PathParam("project")
    ProjectKey project;

    @PathParam("flag")
    FlagKey flag;

    @GET
    @Operation(summary = "Get one's own draft of what all environments share of a flag")
    @APIResponseSchema(DraftResponse.class)
    public DraftResponse get() {
        return drafts.find(project, flag, null)
                .map(DraftResponse::of)
                .orElseThrow(() -> new DomainException.NotFound("draft of flag", flag));
    }

    @PUT
    @Operation(
            summary = "Replace the instructions of the draft of what all environments share of a flag",
            description = "Answers 204 if nothing differs any more: then there is no draft.")
    @APIResponseSchema(DraftResponse.class)
    @APIResponse(responseCode = "204", description = "Nothing differs any more, and there is no draft")
    public Response replace(@RequiredMembers("changes") DraftBody body) {
        return DraftResponse.answer(drafts.replace(project, flag, null, body.toSteps(flag, null)));
    }

    @POST
    @Operation(
            summary = "Add instructions to the draft of what all environments share of a flag",
            description = "Answers 204 if nothing differs any more: then there is no draft.")
    @APIResponseSchema(DraftResponse.class)
    @APIResponse(responseCode = "204", description = "Nothing differs any more, and there is no draft")
    public Response edit(@RequiredMembers("changes") DraftBody body) {
        return DraftResponse.answer(drafts.edit(project, flag, null, body.toSteps(flag, null)));
    }

    @DELETE
    @Operation(summary = "Discard one's own draft of what all environments share of a flag")
    @APIResponse(responseCode = "204", description = "Done")
    public void discard() {
        drafts.discard(project, flag, null);
    }

    @GET
    @Path("/preview")
    @Operation(summary = "Get what saving the draft of what all environments share of a flag would do")
    @APIResponseSchema(DraftPreviewResponse.class)
    public DraftPreviewResponse preview() {
        return DraftPreviewResponse.of(changes.preview(project, flag, DraftSelection.SHARED));
    }

    @POST
    @Path("/resolution")
    @Operation(
            summary = "Move the draft of what all environments share of a flag to the present revision, field by field",
            description = "Answers 204 if nothing differs any more: then there is no draft.")
    @APIResponseSchema(DraftResponse.class)
    @APIResponse(responseCode = "204", description = "Nothing differs any more, and there is no draft")
    public Response resolve(@RequiredMembers("fields") DraftResolutionBody body) {
        return DraftResponse.answer(drafts.resolve(project, flag, null, body.toSides()));
    }
}
