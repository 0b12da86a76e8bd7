package dev.jackstaff.api.preference;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.domain.preference.boundary.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The resource of the settings of the user who asks. */
@Path("/api/v1/me/settings")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Preferences")
public class SettingsResource {
    @Inject
    Settings settings;

    @GET
    @Operation(summary = "Get one's own settings")
    @APIResponseSchema(SettingsBody.class)
    public SettingsBody get() {
        return SettingsBody.of(settings.all());
    }

    @PUT
    @Operation(summary = "Change one's own settings", description = "Those that are left out stay as they are.")
    @APIResponseSchema(SettingsBody.class)
    public SettingsBody set(SettingsBody body) {
        return SettingsBody.of(settings.set(body.toSettings()));
    }
}
