package dev.jackstaff.api.exports;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.snapshot.boundary.Snapshots;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.http.HeaderNames;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The exports resource: an environment in other systems' formats, and its fidelity; both name their revision. */
@Path("/api/v1/projects/{project}/environments/{environment}/exports")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Exports")
@SuppressWarnings("NullAway.Init") // JAX-RS fills the path parameters
public class ExportsResource {
    @Inject
    Snapshots snapshots;

    @Inject
    Flags flags;

    @PathParam("project")
    ProjectKey project;

    @PathParam("environment")
    EnvironmentKey environment;

    @GET
    @Path("/unleash")
    @Operation(summary = "Export an environment as an Unleash features document")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response unleash() {
        return document(ExportFormat.UNLEASH);
    }

    @GET
    @Path("/unleash/report")
    @Operation(summary = "Report how each flag is exported to the Unleash features document")
    @APIResponseSchema(ExportReportResponse.class)
    public ExportReportResponse unleashReport() {
        return report(ExportFormat.UNLEASH);
    }

    @GET
    @Path("/flagsmith")
    @Operation(summary = "Export an environment as a Flagsmith environment document")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response flagsmith() {
        return document(ExportFormat.FLAGSMITH);
    }

    @GET
    @Path("/flagsmith/report")
    @Operation(summary = "Report how each flag is exported to the Flagsmith environment document")
    @APIResponseSchema(ExportReportResponse.class)
    public ExportReportResponse flagsmithReport() {
        return report(ExportFormat.FLAGSMITH);
    }

    private Response document(ExportFormat dialect) {
        Snapshot snapshot = snapshots.current(project, environment);
        Set<String> stale =
                flags.markedStale(project).stream().map(FlagKey::value).collect(Collectors.toSet());
        return Response.ok(dialect.document(snapshot, stale))
                .header(HeaderNames.REVISION, snapshot.revision())
                .build();
    }

    private ExportReportResponse report(ExportFormat dialect) {
        Snapshot snapshot = snapshots.current(project, environment);
        return ExportReportResponse.of(snapshot.revision(), dialect.flags(snapshot));
    }
}
