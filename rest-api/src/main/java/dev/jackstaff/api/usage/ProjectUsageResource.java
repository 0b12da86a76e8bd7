package dev.jackstaff.api.usage;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.usage.UsageQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The resource of the evaluation counts of a project's flags. */
@Path("/api/v1/projects/{project}/usage")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Usage")
public class ProjectUsageResource {
    @Inject
    dev.jackstaff.domain.usage.boundary.UsageStatistics usage;

    @Inject
    Clock clock;

    @GET
    @Operation(
            summary = "Count the evaluations of a project's flags",
            description = "With the time of each flag's last evaluation.")
    @Parameter(name = "environment", in = ParameterIn.QUERY, description = "The key of an environment; default: all")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "ISO 8601; default: one day before \"to\", or 30 days if by=day")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "ISO 8601; default: now")
    @Parameter(
            name = "by",
            in = ParameterIn.QUERY,
            description = "default: hour",
            schema = @Schema(enumeration = {"hour", "day"}))
    @APIResponseSchema(ProjectUsageResponse.class)
    public ProjectUsageResponse usage(@PathParam("project") ProjectKey project, @Context UriInfo uri) {
        UsageQuery query = UsageQueryParser.parse(uri.getQueryParameters(), clock.instant());
        return ProjectUsageResponse.of(usage.ofProject(project, query), query);
    }

    @GET
    @Path("/unknown-flags")
    @Operation(
            summary = "List names that clients ask for and that are no flags",
            description =
                    "Those seen last first, at most 1,000. They are forgotten together with the usage of their time.")
    @APIResponseSchema(UnknownFlagsResponse.class)
    public UnknownFlagsResponse unknownFlags(
            @PathParam("project") ProjectKey project,
            @Parameter(description = "The key of an environment; default: all") @QueryParam("environment") @Nullable
                    EnvironmentKey environment) {
        return UnknownFlagsResponse.of(usage.unknownFlags(project, Optional.ofNullable(environment)));
    }
}
