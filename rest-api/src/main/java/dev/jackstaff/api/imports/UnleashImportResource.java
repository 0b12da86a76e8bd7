package dev.jackstaff.api.imports;

import dev.jackstaff.api.access.RecordedAs;
import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.QueryParameters;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.actor.Channel;
import dev.jackstaff.domain.imports.ImportBatch;
import dev.jackstaff.domain.imports.boundary.ImportReport;
import dev.jackstaff.domain.imports.boundary.Imports;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.Environments;
import dev.jackstaff.protocols.unleash.conversion.UnleashConversion;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The resource that imports Unleash features documents, flag by flag. */
@RecordedAs(Channel.IMPORT)
@Path("/api/v1/projects/{project}/imports/unleash")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Imports")
public class UnleashImportResource {
    @Inject
    Imports imports;

    @Inject
    Environments environments;

    @POST
    @Operation(
            summary = "Import an Unleash features document into an environment",
            description = "Up to 20 MB. A flag that the project cannot take, or that would change another environment, "
                    + "is reported as lost, and the others are taken. With ?dryRun=true only the report is created; "
                    + "nothing is changed.")
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponseSchema(ImportReportResponse.class)
    public ImportReportResponse importDocument(
            @PathParam("project") ProjectKey project,
            @QueryParam("environment") @Nullable String environment,
            @QueryParam("dryRun") @Nullable String dryRun,
            InputStream body) {
        EnvironmentKey into = RequestFields.parse("environment", environment, EnvironmentKey::new);
        boolean onlyReport = QueryParameters.bool("dryRun", dryRun);
        environments.get(project, into);
        UnleashConversion form = UnleashConversion.of(ImportBodyReader.read(body));
        ImportBatch batch = ImportBatchMapper.of(form);
        ImportReport report = onlyReport ? imports.dryRun(project, into, batch) : imports.apply(project, into, batch);
        return ImportReportResponse.of(form, report, onlyReport);
    }
}
