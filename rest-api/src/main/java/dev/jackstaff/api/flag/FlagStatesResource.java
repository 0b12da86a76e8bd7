package dev.jackstaff.api.flag;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.http.VersionHeaders;
import dev.jackstaff.api.json.MergePatch;
import dev.jackstaff.api.json.RequiredMembers;
import dev.jackstaff.domain.change.boundary.FlagStateChanges;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.flag.boundary.FlagStates;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The resource of a flag's settings in one environment. */
@Path("/api/v1/projects/{project}/flags/{flag}/environments/{environment}")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Flags")
@SuppressWarnings("NullAway.Init") // JAX-RS fills the path parameters
public class FlagStatesResource {
    @Inject
    FlagStates states;

    @Inject
    FlagStateChanges stateChanges;

    @PathParam("project")
    ProjectKey project;

    @PathParam("flag")
    FlagKey flag;

    @PathParam("environment")
    EnvironmentKey environment;

    @GET
    @Operation(summary = "Get a flag's state in an environment")
    @APIResponseSchema(FlagStateResponse.class)
    public Response get() {
        return ok(states.get(address()));
    }

    @PUT
    @Operation(
            summary = "Change a flag's state and rules in an environment",
            description = "The off variant and the rules stay as they are if they are left out.")
    @APIResponseSchema(FlagStateResponse.class)
    public Response update(
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequiredMembers({"enabled", "fallthrough"}) FlagStateRequest request) {
        return ok(stateChanges.update(
                address(), request::toDetails, VersionHeaders.parseIfMatch(ifMatch, request.version())));
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Patch a flag's state and rules in an environment",
            description = "A JSON merge patch (RFC 7396): what it leaves out stays, and null removes a member.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = FlagStateRequest.class)))
    @APIResponseSchema(FlagStateResponse.class)
    public Response patch(@HeaderParam("If-Match") @Nullable String ifMatch, MergePatch patch) {
        return ok(stateChanges.update(
                address(),
                state -> patch.applyTo(FlagStateResponse.of(state), FlagStateRequest.class)
                        .toPatched(),
                VersionHeaders.parseIfMatch(ifMatch, patch.version())));
    }

    @POST
    @Path("/toggle")
    @Operation(
            summary = "Switch a flag on or off in an environment",
            description = "To repeat the request changes nothing.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ToggleRequest.class)))
    @APIResponseSchema(ToggleResponse.class)
    public Response toggle(@HeaderParam("If-Match") @Nullable String ifMatch, InputStream body) {
        Boolean enabled = ToggleRequest.of(body).enabled();
        FlagStateView state = stateChanges.switchTo(address(), enabled, VersionHeaders.parseIfMatch(ifMatch));
        return VersionHeaders.ok(ToggleResponse.of(state), state.version());
    }

    private FlagAddress address() {
        return new FlagAddress(project, flag, environment);
    }

    private static Response ok(FlagStateView state) {
        return VersionHeaders.ok(FlagStateResponse.of(state), state.version());
    }
}
