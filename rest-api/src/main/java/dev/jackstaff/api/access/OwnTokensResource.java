package dev.jackstaff.api.access;

import dev.jackstaff.api.http.ListPage;
import dev.jackstaff.api.http.PageQuery;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.json.RequiredMembers;
import dev.jackstaff.domain.access.boundary.CreatedToken;
import dev.jackstaff.domain.access.boundary.Tokens;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** The resource of the access tokens of the user who asks. */
@Path("/api/v1/me/tokens")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Access")
public class OwnTokensResource {
    @Inject
    Tokens tokens;

    @GET
    @Operation(summary = "List one's own access tokens, latest first")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = TokenResponse.class)))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; default: all")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "That of \"next\" in the header Link")
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return ListPage.response(
                tokens.own(), view -> view.id().toString(), TokenResponse::of, new PageQuery(limit, cursor));
    }

    @POST
    @Operation(
            summary = "Create an access token",
            description = "The response contains the secret. It is shown only once. Programs send it in"
                    + " \"Authorization: Bearer\". It never allows more than its owner may do at the time.")
    @APIResponseSchema(value = TokenResponse.class, responseCode = "201")
    public Response create(@RequiredMembers({"name", "expiresAt"}) TokenRequest request, @Context UriInfo uri) {
        return created(tokens.createOwn(request.toNewToken()), uri);
    }

    @POST
    @Path("/{id}/rotate")
    @Operation(
            summary = "Replace an access token by a new one",
            description = "The new one has the same name and limits, and lasts as long. The old one stays valid for a"
                    + " while, so that programs can be given the new one without an interruption.")
    @APIResponseSchema(value = TokenResponse.class, responseCode = "201")
    public Response rotate(@PathParam("id") UUID id, RotationRequest request, @Context UriInfo uri) {
        return created(tokens.rotateOwn(id, request.overlap()), uri);
    }

    private static Response created(CreatedToken token, UriInfo uri) {
        return Response.created(uri.getBaseUriBuilder()
                        .path(uri.getPath().replaceAll("/[^/]+/rotate$", ""))
                        .path(token.token().id().toString())
                        .build())
                .entity(TokenResponse.of(token))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revoke an access token: it is refused from now on, at every hub")
    @APIResponse(responseCode = "204", description = "Done")
    public void revoke(@PathParam("id") UUID id) {
        tokens.revokeOwn(id);
    }
}
