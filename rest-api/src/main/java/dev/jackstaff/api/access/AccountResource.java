package dev.jackstaff.api.access;

import dev.jackstaff.api.http.ListPage;
import dev.jackstaff.api.http.PageQuery;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.api.json.RequiredMembers;
import dev.jackstaff.domain.access.boundary.Account;
import dev.jackstaff.domain.permission.PermissionScope;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.protocols.http.CallerResolver;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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

/** The resource of the account of the user who asks. */
@Path("/api/v1/me")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Access")
public class AccountResource {
    @Inject
    Account account;

    @Inject
    CallerResolver callers;

    @GET
    @Operation(summary = "Get the user who asks")
    @APIResponseSchema(UserResponse.class)
    public UserResponse get() {
        return UserResponse.of(account.get());
    }

    @GET
    @Path("/permissions")
    @Operation(
            summary = "Get what whoever asks may do now",
            description =
                    "In the installation, or in the project or environment of the query. For keys and tokens too.")
    @APIResponseSchema(RightsResponse.class)
    @Parameter(name = "project", in = ParameterIn.QUERY, description = "The key of a project")
    @Parameter(name = "environment", in = ParameterIn.QUERY, description = "The key of an environment of it")
    public RightsResponse permissions(
            @QueryParam("project") @Nullable String project, @QueryParam("environment") @Nullable String environment) {
        ProjectKey projectKey = RequestFields.parseOptional("project", project, ProjectKey::new);
        EnvironmentKey environmentKey = RequestFields.parseOptional("environment", environment, EnvironmentKey::new);
        PermissionScope scope = projectKey == null ? PermissionScope.INSTALLATION : projectKey.scope();
        return RightsResponse.of(account.rights(), environmentKey == null ? scope : environmentKey.in(scope));
    }

    @POST
    @Path("/password")
    @Operation(
            summary = "Change one's own password",
            description = "All other sessions of the user end. Wrong passwords count like failed logins.")
    @APIResponse(responseCode = "204", description = "Done")
    public void changePassword(
            @RequiredMembers({"currentPassword", "newPassword"}) PasswordRequest request,
            @Context HttpServletRequest call) {
        account.changePassword(request.requiredCurrentPassword(), request.requiredNewPassword(), callers.address(call));
    }

    @GET
    @Path("/sessions")
    @Operation(
            summary = "List one's own sessions, latest first",
            description = "Each token is a session, and each login at the admin pages.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = SessionResponse.class)))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; default: all")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "That of \"next\" in the header Link")
    public Response sessions(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        UUID current = account.currentSession();
        return ListPage.response(
                account.sessions(),
                session -> session.id().toString(),
                session -> SessionResponse.of(session, current),
                new PageQuery(limit, cursor));
    }

    @DELETE
    @Path("/sessions")
    @Operation(summary = "End all one's own sessions", description = "The session of this request ends too.")
    @APIResponse(responseCode = "204", description = "Done")
    public void endSessions() {
        account.endSessions();
    }

    @DELETE
    @Path("/sessions/{id}")
    @Operation(summary = "End a session: its token or cookie is refused from now on, at every hub")
    @APIResponse(responseCode = "204", description = "Done")
    public void endSession(@PathParam("id") UUID id) {
        account.endSession(id);
    }
}
