package dev.jackstaff.api.access;

import dev.jackstaff.api.http.ListPage;
import dev.jackstaff.api.http.PageQuery;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.api.json.RequiredMembers;
import dev.jackstaff.domain.access.boundary.ApiKeyView;
import dev.jackstaff.domain.access.boundary.ApiKeys;
import dev.jackstaff.domain.access.boundary.CreatedApiKey;
import dev.jackstaff.domain.project.ProjectKey;
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
import java.util.List;
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

/** The API keys resource. */
@Path("/api/v1/keys")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Access")
public class ApiKeysResource {
    @Inject
    ApiKeys keys;

    @GET
    @Operation(summary = "List all API keys, or those of a project")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ApiKeyResponse.class)))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; default: all")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "That of \"next\" in the header Link")
    public Response list(
            @QueryParam("project") @Nullable String project,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        ProjectKey projectKey = RequestFields.parseOptional("project", project, ProjectKey::new);
        List<ApiKeyView> found = projectKey == null ? keys.list() : keys.listByProject(projectKey);
        return ListPage.response(found, view -> view.id().toString(), ApiKeyResponse::of, new PageQuery(limit, cursor));
    }

    @POST
    @Operation(
            summary = "Create an API key",
            description = "The response contains the secret. It is shown only once. To keep using a key of Unleash or"
                    + " Flagsmith, send its secret.")
    @APIResponseSchema(value = ApiKeyResponse.class, responseCode = "201")
    public Response create(@RequiredMembers({"name", "kind"}) ApiKeyRequest request, @Context UriInfo uri) {
        CreatedApiKey created = keys.create(request.toNewApiKey());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(created.key().id().toString())
                        .build())
                .entity(ApiKeyResponse.of(created))
                .build();
    }

    @POST
    @Path("/{id}/rotate")
    @Operation(
            summary = "Replace an API key by a new one",
            description = "The new one has the same name, kind and limits. The old one stays valid for a while, so that"
                    + " programs can be given the new one without an interruption.")
    @APIResponseSchema(value = ApiKeyResponse.class, responseCode = "201")
    public Response rotate(@PathParam("id") UUID id, RotationRequest request, @Context UriInfo uri) {
        CreatedApiKey created = keys.rotate(id, request.overlap());
        return Response.created(uri.getBaseUriBuilder()
                        .path("/api/v1/keys")
                        .path(created.key().id().toString())
                        .build())
                .entity(ApiKeyResponse.of(created))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revoke an API key")
    @APIResponse(responseCode = "204", description = "Done")
    public void revoke(@PathParam("id") UUID id) {
        keys.revoke(id);
    }
}
