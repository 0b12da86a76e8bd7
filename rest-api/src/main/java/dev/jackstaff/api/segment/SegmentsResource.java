package dev.jackstaff.api.segment;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.ListPage;
import dev.jackstaff.api.http.PageQuery;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.http.VersionHeaders;
import dev.jackstaff.api.json.MergePatch;
import dev.jackstaff.api.json.RequiredMembers;
import dev.jackstaff.domain.change.boundary.SegmentChanges;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.segment.boundary.SegmentView;
import dev.jackstaff.domain.segment.boundary.Segments;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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

/** The resource of a project's segments. */
@Path("/api/v1/projects/{project}/segments")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Segments")
public class SegmentsResource {
    @Inject
    Segments segments;

    @Inject
    SegmentChanges segmentChanges;

    @GET
    @Operation(summary = "List a project's segments")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = SegmentResponse.class)))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; default: all")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "That of \"next\" in the header Link")
    public Response list(
            @PathParam("project") ProjectKey project,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return ListPage.response(
                segments.list(project), view -> view.key().value(), SegmentResponse::of, new PageQuery(limit, cursor));
    }

    @POST
    @Operation(summary = "Create a segment")
    @APIResponseSchema(value = SegmentResponse.class, responseCode = "201")
    public Response create(
            @PathParam("project") ProjectKey project,
            @RequiredMembers({"key", "condition"}) SegmentRequest request,
            @Context UriInfo uri) {
        SegmentView segment = segmentChanges.create(project, request.toNewSegment());
        return VersionHeaders.created(
                uri.getAbsolutePathBuilder().path(segment.key().value()).build(),
                SegmentResponse.of(segment),
                segment.version());
    }

    @GET
    @Path("/{segment}")
    @Operation(summary = "Get a segment")
    @APIResponseSchema(SegmentResponse.class)
    public Response get(@PathParam("project") ProjectKey project, @PathParam("segment") SegmentKey key) {
        SegmentView segment = segments.get(project, key);
        return VersionHeaders.ok(SegmentResponse.of(segment), segment.version());
    }

    @PUT
    @Path("/{segment}")
    @Operation(summary = "Change a segment", description = "Members that are left out stay as they are.")
    @APIResponseSchema(SegmentResponse.class)
    public Response update(
            @PathParam("project") ProjectKey project,
            @PathParam("segment") SegmentKey key,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            SegmentRequest request) {
        SegmentView segment = segmentChanges.update(
                project, key, request::toDetails, VersionHeaders.parseIfMatch(ifMatch, request.version()));
        return VersionHeaders.ok(SegmentResponse.of(segment), segment.version());
    }

    @PATCH
    @Path("/{segment}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Patch a segment",
            description = "A JSON merge patch (RFC 7396): what it leaves out stays, and null removes a member.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = SegmentRequest.class)))
    @APIResponseSchema(SegmentResponse.class)
    public Response patch(
            @PathParam("project") ProjectKey project,
            @PathParam("segment") SegmentKey key,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            MergePatch patch) {
        SegmentView segment = segmentChanges.update(
                project,
                key,
                before -> patch.applyTo(SegmentResponse.of(before), SegmentRequest.class)
                        .toPatched(before),
                VersionHeaders.parseIfMatch(ifMatch, patch.version()));
        return VersionHeaders.ok(SegmentResponse.of(segment), segment.version());
    }

    @DELETE
    @Path("/{segment}")
    @Operation(summary = "Delete an unused segment")
    @APIResponse(responseCode = "204", description = "Done")
    public void delete(
            @PathParam("project") ProjectKey project,
            @PathParam("segment") SegmentKey key,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        segmentChanges.delete(project, key, VersionHeaders.parseIfMatch(ifMatch));
    }
}
