package dev.jackstaff.api.dependency;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.domain.flag.boundary.Dependencies;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.segment.SegmentKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The resource of what a segment needs, and what needs it. */
@Path("/api/v1/projects/{project}/segments/{segment}/dependencies")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Segments")
public class SegmentDependenciesResource {
    @Inject
    Dependencies dependencies;

    @GET
    @Operation(summary = "List what a segment needs, and what needs it")
    @APIResponseSchema(SegmentDependenciesResponse.class)
    public SegmentDependenciesResponse get(
            @PathParam("project") ProjectKey project, @PathParam("segment") SegmentKey segment) {
        return SegmentDependenciesResponse.of(dependencies.ofSegment(project, segment));
    }
}
