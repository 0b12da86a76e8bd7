package dev.jackstaff.api.cacheaside;

import dev.jackstaff.api.access.RecordedAs;
import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.flag.ResourceResolver;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.actor.Channel;
import dev.jackstaff.domain.change.boundary.FlagStateChanges;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.flag.boundary.FlagStates;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.protocols.json.JsonBytes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The cache-aside service's update of a flag: its switch and its rollout percentage. */
@RecordedAs(Channel.PROTOCOL)
@Path("/flags/{name}/update")
@RequestScoped
@RequiresAuthentication
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cache-aside")
public class CacheAsideUpdateResource {
    @Inject
    ResourceResolver resolver;

    @Inject
    Flags flags;

    @Inject
    FlagStates states;

    @Inject
    FlagStateChanges stateChanges;

    @PathParam("name")
    @Nullable
    String name;

    @POST
    @Operation(
            summary = "Switch a flag, or set the percentage of users who get it",
            description = "In production, unless ?environment= names another environment. Requires an admin key or an"
                    + " editor's token.")
    @APIResponse(
            responseCode = "200",
            description = "Done",
            content = @Content(schema = @Schema(ref = "CacheAsideUpdated")))
    public byte[] update(
            @QueryParam("enabled") @Nullable String enabled,
            @QueryParam("rollout_percentage") @Nullable String percentage,
            @QueryParam("project") @Nullable String project,
            @QueryParam("environment") @Nullable String environment) {
        CacheAsideUpdate update = CacheAsideUpdate.of(enabled, percentage);
        FlagAddress address = resolver.resolveFlag(RequestFields.text(name), project, environment);
        FlagStateView before = states.get(address);
        FlagView flag = flags.get(address.project(), address.flag());
        FlagStateView after =
                stateChanges.update(address, update.applyTo(flag, before), ExpectedVersion.of(before.version()));
        return JsonBytes.object(generator -> {
            generator.writeStringField("flag_name", after.flag().value());
            generator.writeStringField("message", "Flag updated");
            generator.writeBooleanField("enabled", after.enabled());
            if (update.percentage().isPresent()) {
                generator.writeNumberField(
                        "rollout_percentage", update.percentage().get());
            }
            generator.writeNumberField("revision", after.revision());
        });
    }
}
