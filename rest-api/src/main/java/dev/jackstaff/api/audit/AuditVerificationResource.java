package dev.jackstaff.api.audit;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.audit.AuditAnchor;
import dev.jackstaff.domain.audit.boundary.AuditVerification;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The resource that verifies the audit trail. */
@Path("/api/v1/audit/verification")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Audit")
public class AuditVerificationResource {
    @Inject
    AuditVerification verification;

    @GET
    @Operation(
            summary = "Verify the audit trail",
            description = "Reads all of it, which takes some seconds for a million entries. With ?head=sequence:hash, "
                    + "also whether it holds a link that was written down elsewhere.")
    @APIResponseSchema(AuditVerificationResponse.class)
    public AuditVerificationResponse verify(@QueryParam("head") @Nullable String head) {
        AuditAnchor known = RequestFields.parseOptional("head", head, AuditAnchor::parse);
        return AuditVerificationResponse.of(verification.verify(known == null ? List.of() : List.of(known)));
    }
}
