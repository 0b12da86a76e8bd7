package dev.jackstaff.api.flexflag;

import dev.jackstaff.api.access.RecordedAs;
import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.fleet.EdgeServerWriter;
import dev.jackstaff.api.http.QueryParameters;
import dev.jackstaff.domain.actor.Channel;
import dev.jackstaff.domain.fleet.boundary.Fleet;
import dev.jackstaff.protocols.flexflag.FlexflagEdgeHandler;
import dev.jackstaff.protocols.http.PresentedKey;
import dev.jackstaff.protocols.json.JsonBytes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The resource that FlexFlag's edge servers use with a server key, and the list of edges. */
@RecordedAs(Channel.PROTOCOL)
@Path("/api/v1/edge")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "FlexFlag")
public class EdgeServersResource {
    private static final int MAX_LIMIT = 10_000;

    @Inject
    FlexflagEdgeHandler edges;

    @Inject
    Fleet fleet;

    @POST
    @Path("/auth")
    @Operation(summary = "Authenticate an edge server")
    @SecurityRequirement(name = "key")
    @APIResponse(
            responseCode = "200",
            description = "What the key opens",
            content = @Content(schema = @Schema(ref = "FlexflagEdgeKey")))
    public Response authenticate(@Context HttpHeaders headers) {
        return edges.authenticate(key(headers)).toResponse();
    }

    @GET
    @Path("/sync")
    @Operation(summary = "Get all flags of the key's environment")
    @SecurityRequirement(name = "key")
    @APIResponse(
            responseCode = "200",
            description = "The flags and the keys",
            content = @Content(schema = @Schema(ref = "FlexflagEdgeSync")))
    public Response sync(
            @QueryParam("offset") @Nullable String offset,
            @QueryParam("limit") @Nullable String limit,
            @Context HttpHeaders headers) {
        return edges.sync(key(headers), number("offset", offset, 0), number("limit", limit, MAX_LIMIT))
                .toResponse();
    }

    private static int number(String name, @Nullable String text, int otherwise) {
        return text == null ? otherwise : (int) Math.min(Integer.MAX_VALUE, QueryParameters.number(name, text));
    }

    @GET
    @Path("/servers")
    @RequiresAuthentication
    @Operation(
            summary = "List the edge servers",
            description = "FlexFlag's connected edge servers, and every edge of this hub with its alarms.")
    @APIResponse(
            responseCode = "200",
            description = "The edges",
            content = @Content(schema = @Schema(ref = "FlexflagEdgeServers")))
    public Response servers() {
        List<JsonBytes.JsonContent> own = fleet.servers().stream()
                .<JsonBytes.JsonContent>map(view -> new EdgeServerWriter(view)::write)
                .toList();
        return edges.listConnected(own).toResponse();
    }

    private static @Nullable String key(HttpHeaders headers) {
        return PresentedKey.in(headers::getHeaderString);
    }
}
