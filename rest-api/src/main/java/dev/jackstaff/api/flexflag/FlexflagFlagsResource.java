package dev.jackstaff.api.flexflag;

import dev.jackstaff.api.access.RecordedAs;
import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.flag.ResourceResolver;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.PageLimit;
import dev.jackstaff.domain.actor.Channel;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.change.boundary.FlagStateChanges;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagQuery;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.flag.boundary.FlagStates;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.protocols.flexflag.FlexflagFlag;
import dev.jackstaff.protocols.json.JsonBytes;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** FlexFlag's flags: of one project or of all, with their settings in one environment. */
@RecordedAs(Channel.PROTOCOL)
@Path("/api/v1/flags")
@RequestScoped
@RequiresAuthentication
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "FlexFlag")
public class FlexflagFlagsResource {
    private static final String AUDIT_HEADER = "X-Audit-Success";

    @Inject
    ResourceResolver resolver;

    @Inject
    Flags flags;

    @Inject
    FlagChanges flagChanges;

    @Inject
    FlagStates states;

    @Inject
    FlagStateChanges stateChanges;

    @GET
    @Operation(summary = "List flags, in FlexFlag's format")
    @APIResponse(
            responseCode = "200",
            description = "The flags",
            content = @Content(schema = @Schema(ref = "FlexflagFlags")))
    public byte[] list(
            @QueryParam("environment") @Nullable String environment,
            @QueryParam("project_id") @Nullable String project) {
        EnvironmentKey environmentKey = ResourceResolver.environmentOrProduction(environment);
        List<FlexflagFlag> found = new ArrayList<>();
        for (ProjectKey owner : resolver.resolveProjects(project, environmentKey)) {
            allFlags(owner).forEach(flag -> found.add(read(new FlagAddress(owner, flag.key(), environmentKey), flag)));
        }
        return FlexflagFlagWriter.writeList(found);
    }

    private List<FlagView> allFlags(ProjectKey project) {
        List<FlagView> found = new ArrayList<>();
        String cursor = "";
        do {
            var page = flags.list(project, new FlagQuery("", false, false, cursor, PageLimit.MAX));
            found.addAll(page.items());
            cursor = page.nextCursor().orElse("");
        } while (!cursor.isEmpty());
        return found;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create a flag, in FlexFlag's format", description = "It is off in all other environments.")
    @APIResponse(
            responseCode = "201",
            description = "The flag",
            content = @Content(schema = @Schema(ref = "FlexflagFlag")))
    public Response create(FlexflagFlagRequest request) {
        request.refuseTargeting();
        ProjectKey project = resolver.resolveProject(request.project());
        EnvironmentKey environmentKey = resolver.resolveEnvironment(project, request.environment());
        FlagView flag = flagChanges.create(project, request.toNewFlag());
        FlagStateView state = stateChanges.update(
                new FlagAddress(project, flag.key(), environmentKey), request.toState(), ExpectedVersion.any());
        return Response.status(Response.Status.CREATED)
                .entity(FlexflagFlagWriter.write(FlexflagFlagWriter.of(project, flag, state)))
                .header(AUDIT_HEADER, true)
                .build();
    }

    @GET
    @Path("/{key}")
    @Operation(summary = "Get a flag, in FlexFlag's format")
    @APIResponse(
            responseCode = "200",
            description = "The flag",
            content = @Content(schema = @Schema(ref = "FlexflagFlag")))
    public byte[] get(
            @PathParam("key") String key,
            @QueryParam("environment") @Nullable String environment,
            @QueryParam("project_id") @Nullable String project) {
        FlagAddress address = resolver.resolveFlag(key, project, environment);
        return FlexflagFlagWriter.write(read(address, flags.get(address.project(), address.flag())));
    }

    @PUT
    @Path("/{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change a flag, in FlexFlag's format",
            description = "Its name, description and tags, and its switch and default in one environment.")
    @APIResponse(
            responseCode = "200",
            description = "The flag",
            content = @Content(schema = @Schema(ref = "FlexflagFlag")))
    public Response update(
            @PathParam("key") String key,
            @QueryParam("environment") @Nullable String environment,
            @QueryParam("project_id") @Nullable String project,
            FlexflagFlagRequest request) {
        FlagAddress address = resolver.resolveFlag(
                key, project == null ? request.project() : project, environmentOf(environment, request));
        FlagView changed = updateDetails(address, request);
        FlagStateView before = states.get(address);
        FlagStateView after = stateChanges.update(
                address,
                request.changed(before.details(), variantWithDefault(before.variants(changed), request)),
                ExpectedVersion.of(before.version()));
        return Response.ok(FlexflagFlagWriter.write(FlexflagFlagWriter.of(address.project(), changed, after)))
                .header(AUDIT_HEADER, true)
                .build();
    }

    private static @Nullable String environmentOf(@Nullable String environment, FlexflagFlagRequest request) {
        return environment == null ? request.environment() : environment;
    }

    /** Updates the details of a flag; a default value that no variant has becomes a variant. */
    private FlagView updateDetails(FlagAddress address, FlexflagFlagRequest request) {
        FlagView flag = flags.get(address.project(), address.flag());
        List<VariantInput> variants = new ArrayList<>(flag.variants().stream()
                .map(variant -> new VariantInput(variant.key(), variant.value().json(), variant.description()))
                .toList());
        List<FlagVariant> served = states.get(address).variants(flag);
        if (request.usual() != null && variantWithDefault(served, request) == null) {
            variants.removeIf(variant -> variant.key().equals("default"));
            variants.add(new VariantInput("default", request.usual().json(), ""));
        }
        return flagChanges.update(
                address.project(),
                address.flag(),
                new FlagDetails(
                        request.name() == null ? flag.name() : request.name(),
                        request.description() == null ? flag.description() : request.description(),
                        flag.type(),
                        flag.kind(),
                        flag.owner(),
                        request.tags() == null ? flag.tags() : request.tagList(),
                        flag.serverOnly(),
                        variants,
                        flag.prerequisites(),
                        flag.traits()),
                ExpectedVersion.of(flag.version()));
    }

    private static @Nullable String variantWithDefault(List<FlagVariant> variants, FlexflagFlagRequest request) {
        return request.usual() == null
                ? null
                : variants.stream()
                        .filter(variant ->
                                variant.value().json().equals(request.usual().json()))
                        .map(variant -> variant.key())
                        .findFirst()
                        .orElse(null);
    }

    @DELETE
    @Path("/{key}")
    @Operation(
            summary = "Archive a flag, in FlexFlag's format",
            description = "No environment serves it any more. It can be restored.")
    @APIResponse(responseCode = "204", description = "Done")
    public Response delete(
            @PathParam("key") String key,
            @QueryParam("environment") @Nullable String environment,
            @QueryParam("project_id") @Nullable String project) {
        FlagAddress address = resolver.resolveFlag(key, project, environment);
        flagChanges.archive(address.project(), address.flag(), ExpectedVersion.any());
        return Response.noContent().build();
    }

    @POST
    @Path("/{key}/toggle")
    @Operation(summary = "Invert the switch of a flag")
    @APIResponse(
            responseCode = "200",
            description = "The switch",
            content = @Content(schema = @Schema(ref = "FlexflagSwitch")))
    public Response toggle(
            @PathParam("key") String key,
            @QueryParam("environment") @Nullable String environment,
            @QueryParam("project_id") @Nullable String project) {
        FlagStateView state = stateChanges.toggle(resolver.resolveFlag(key, project, environment));
        return Response.ok(JsonBytes.object(generator -> {
                    generator.writeStringField("key", state.flag().value());
                    generator.writeBooleanField("enabled", state.enabled());
                }))
                .header(AUDIT_HEADER, true)
                .build();
    }

    private FlexflagFlag read(FlagAddress address, FlagView flag) {
        return FlexflagFlagWriter.of(address.project(), flag, states.get(address));
    }
}
