package dev.jackstaff.api.access;

import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.json.RequiredMembers;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.access.boundary.Users;
import dev.jackstaff.domain.actor.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The login resource. */
@Path("/api/v1/auth")
@RequestScoped
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Access")
public class AuthResource {
    @Inject
    Users users;

    @Inject
    LoginTokens loginTokens;

    @Inject
    CurrentActor currentActor;

    @POST
    @Path("/login")
    @Operation(
            summary = "Log in",
            description = "Returns a token that is valid for 12 hours, or until its session is ended.")
    @APIResponseSchema(LoginResponse.class)
    public LoginResponse login(
            @RequiredMembers({"email", "password"}) LoginRequest credentials, @Context HttpServletRequest request) {
        UserView user = users.login(credentials.requiredEmail(), credentials.requiredPassword(), currentActor.origin());
        return new LoginResponse(loginTokens.issue(user, request), UserResponse.of(user));
    }
}
