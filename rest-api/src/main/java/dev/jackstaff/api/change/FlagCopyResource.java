package dev.jackstaff.api.change;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.api.json.RequiredMembers;
import dev.jackstaff.domain.change.boundary.FlagCopies;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The resource of copies of a flag. */
@Path("/api/v1/projects/{project}/flags/{flag}/copy")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Changes")
public class FlagCopyResource {
    @Inject
    FlagCopies copies;

    @POST
    @Operation(
            summary = "Copy a flag to a new key, with its settings in all environments",
            description = "The copy is off everywhere, unless \"enabled\" says that it is to be on where the flag is.")
    @APIResponseSchema(ChangeResponse.class)
    public ChangeResponse copy(
            @PathParam("project") ProjectKey project,
            @PathParam("flag") FlagKey flag,
            @RequiredMembers("key") FlagCopyBody body) {
        return ChangeResponse.of(
                copies.copy(
                        project,
                        flag,
                        RequestFields.parse("key", body.key(), FlagKey::new),
                        RequestFields.text(body.name()),
                        Boolean.TRUE.equals(body.enabled()),
                        ChangeOptions.note(body.reason(), body.ticket())),
                null,
                false);
    }
}
