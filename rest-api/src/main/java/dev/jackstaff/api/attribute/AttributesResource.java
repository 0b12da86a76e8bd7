package dev.jackstaff.api.attribute;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.ListPage;
import dev.jackstaff.api.http.PageQuery;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.http.VersionHeaders;
import dev.jackstaff.api.json.MergePatch;
import dev.jackstaff.domain.attribute.AttributeName;
import dev.jackstaff.domain.attribute.boundary.AttributeView;
import dev.jackstaff.domain.attribute.boundary.Attributes;
import dev.jackstaff.domain.change.boundary.AttributeChanges;
import dev.jackstaff.domain.change.boundary.StoredAttribute;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The resource of the attributes that a project knows. */
@Path("/api/v1/projects/{project}/attributes")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Attributes")
public class AttributesResource {
    @Inject
    Attributes attributes;

    @Inject
    AttributeChanges attributeChanges;

    @GET
    @Operation(
            summary = "List the attributes that rules of a project may use",
            description = "Those that the project defines, those that SDKs send without being asked, and those that"
                    + " rules and segments use though nobody has defined them.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AttributeResponse.class)))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; default: all")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "That of \"next\" in the header Link")
    public Response list(
            @PathParam("project") ProjectKey project,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return ListPage.response(
                attributes.list(project), AttributeView::name, AttributeResponse::of, new PageQuery(limit, cursor));
    }

    @GET
    @Path("/{attribute}")
    @Operation(summary = "Get an attribute that the project defines")
    @APIResponseSchema(AttributeResponse.class)
    public Response get(@PathParam("project") ProjectKey project, @PathParam("attribute") AttributeName name) {
        return ok(attributes.get(project, name));
    }

    @PUT
    @Path("/{attribute}")
    @Operation(
            summary = "Define an attribute, or change its definition",
            description = "Members that are left out stay as they are; a new one needs a type.")
    @APIResponseSchema(AttributeResponse.class)
    @APIResponse(
            responseCode = "201",
            description = "The project did not define it before",
            content = @Content(schema = @Schema(implementation = AttributeResponse.class)))
    public Response put(
            @PathParam("project") ProjectKey project,
            @PathParam("attribute") AttributeName name,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context UriInfo uri,
            AttributeRequest request) {
        StoredAttribute stored = attributeChanges.put(
                project,
                name,
                before -> request.toDetails(name, before),
                VersionHeaders.parseIfMatch(ifMatch, request.version()));
        AttributeView attribute = stored.attribute();
        return stored.isNew()
                ? VersionHeaders.created(uri.getAbsolutePath(), AttributeResponse.of(attribute), attribute.version())
                : ok(attribute);
    }

    @PATCH
    @Path("/{attribute}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Patch the definition of an attribute",
            description = "A JSON merge patch (RFC 7396): what it leaves out stays, and null removes a member.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = AttributeRequest.class)))
    @APIResponseSchema(AttributeResponse.class)
    public Response patch(
            @PathParam("project") ProjectKey project,
            @PathParam("attribute") AttributeName name,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            MergePatch patch) {
        return ok(attributeChanges.update(
                project,
                name,
                before -> patch.applyTo(AttributeResponse.of(before), AttributeRequest.class)
                        .toPatched(before),
                VersionHeaders.parseIfMatch(ifMatch, patch.version())));
    }

    @DELETE
    @Path("/{attribute}")
    @Operation(summary = "Remove the definition of an attribute", description = "Rules may go on using the attribute.")
    @APIResponse(responseCode = "204", description = "Done")
    public void delete(
            @PathParam("project") ProjectKey project,
            @PathParam("attribute") AttributeName name,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        attributeChanges.delete(project, name, VersionHeaders.parseIfMatch(ifMatch));
    }

    private static Response ok(AttributeView attribute) {
        return VersionHeaders.ok(AttributeResponse.of(attribute), attribute.version());
    }
}
