package dev.jackstaff.api.access;

import dev.jackstaff.api.http.ListPage;
import dev.jackstaff.api.http.PageQuery;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.http.VersionHeaders;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.api.json.RequiredMembers;
import dev.jackstaff.domain.access.boundary.ServiceAccountView;
import dev.jackstaff.domain.access.boundary.ServiceAccounts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** The resource of service accounts: programs that have roles of their own. */
@Path("/api/v1/service-accounts")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Access")
public class ServiceAccountsResource {
    @Inject
    ServiceAccounts accounts;

    @GET
    @Operation(summary = "List service accounts")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ServiceAccountResponse.class)))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; default: all")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "That of \"next\" in the header Link")
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return ListPage.response(
                accounts.list(),
                view -> view.id().toString(),
                ServiceAccountResponse::of,
                new PageQuery(limit, cursor));
    }

    @POST
    @Operation(summary = "Create a service account")
    @APIResponseSchema(value = ServiceAccountResponse.class, responseCode = "201")
    public Response create(@RequiredMembers("name") ServiceAccountRequest request, @Context UriInfo uri) {
        ServiceAccountView account = accounts.create(
                RequestFields.required("name", request.name()), RequestFields.text(request.description()));
        return VersionHeaders.created(
                uri.getAbsolutePathBuilder().path(account.id().toString()).build(),
                ServiceAccountResponse.of(account),
                account.version());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Get a service account")
    @APIResponseSchema(ServiceAccountResponse.class)
    public Response get(@PathParam("id") UUID id) {
        ServiceAccountView account = accounts.get(id);
        return VersionHeaders.ok(ServiceAccountResponse.of(account), account.version());
    }

    @PUT
    @Path("/{id}")
    @Operation(
            summary = "Change a service account",
            description = "With \"active\": false its tokens are refused at once.")
    @APIResponseSchema(ServiceAccountResponse.class)
    public Response update(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            ServiceAccountRequest request) {
        ServiceAccountView account =
                accounts.update(id, request::change, VersionHeaders.parseIfMatch(ifMatch, request.version()));
        return VersionHeaders.ok(ServiceAccountResponse.of(account), account.version());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete a service account with its tokens and roles")
    @APIResponse(responseCode = "204", description = "Done")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        accounts.delete(id, VersionHeaders.parseIfMatch(ifMatch));
    }
}
