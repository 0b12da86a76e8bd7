package dev.jackstaff.api.history;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.history.boundary.History;
import dev.jackstaff.domain.history.boundary.RevisionAddress;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The comparison resource: what differs between two environments or revisions. */
@Path("/api/v1/projects/{project}/compare")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "History")
public class ComparisonResource {
    @Inject
    History history;

    @GET
    @Operation(
            summary = "Compare two environments, or two revisions of one",
            description = "Each side is an environment (\"production\"), one of its revisions (\"production@12\"),"
                    + " or one of another project (\"shop/production@12\").")
    @APIResponseSchema(ComparisonResponse.class)
    public ComparisonResponse compare(
            @PathParam("project") ProjectKey project,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return ComparisonResponse.of(history.compare(address(project, "from", from), address(project, "to", to)));
    }

    private static RevisionAddress address(ProjectKey project, String parameter, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            throw new DomainException.Invalid(
                    parameter, "is required: an environment, such as production or production@12");
        }
        try {
            return RevisionAddress.parse(project, text);
        } catch (IllegalArgumentException invalid) {
            throw new DomainException.Invalid(parameter, String.valueOf(invalid.getMessage()));
        }
    }
}
