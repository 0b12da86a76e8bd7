package dev.jackstaff.api.flexflag;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.jackstaff.api.access.LoginTokens;
import dev.jackstaff.api.access.RecordedAs;
import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.access.boundary.Account;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.access.boundary.Users;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.Channel;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.permission.Rights;
import dev.jackstaff.protocols.http.CallerResolver;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** FlexFlag's registration and profile. */
@RecordedAs(Channel.PROTOCOL)
@Path("/api/v1/auth")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "FlexFlag")
public class RegistrationResource {
    @Inject
    Users users;

    @Inject
    Account account;

    @Inject
    CurrentActor currentActor;

    @Inject
    LoginTokens loginTokens;

    @Inject
    CallerResolver callers;

    /** The body of a registration. The role that FlexFlag's clients send is ignored. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(requiredProperties = {"email", "password"})
    public record RegistrationRequest(
            @Nullable String email, @Nullable String password, @JsonProperty("full_name") @Nullable String fullName) {
        @Override
        public String toString() {
            return "RegistrationRequest[" + email + "]";
        }
    }

    /** A user in FlexFlag's format. */
    public record Profile(
            UUID id,
            String email,
            @JsonProperty("full_name") String fullName,
            String role,
            @JsonProperty("is_active") boolean active) {
        static Profile of(UserView user) {
            return new Profile(user.id(), user.email(), user.name(), user.role().label(), user.active());
        }
    }

    /** The answer to a registration: token and profile. */
    public record RegistrationResponse(String token, Profile user) {
        @Override
        public String toString() {
            return "RegistrationResponse[" + user + "]";
        }
    }

    @POST
    @Path("/register")
    @Operation(
            summary = "Register",
            description = "Only if jackstaff.hub.registration is true. The new user is a viewer.")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = RegistrationResponse.class)))
    public Response register(RegistrationRequest newcomer, @Context HttpServletRequest request) {
        String email = RequestFields.required("email", newcomer.email());
        currentActor.actAs(new Actor(email, Rights.NONE, Actor.Kind.USER));
        UserView user = users.register(
                email,
                RequestFields.text(newcomer.fullName()),
                RequestFields.required("password", newcomer.password()),
                callers.address(request));
        return Response.status(Response.Status.CREATED)
                .entity(new RegistrationResponse(loginTokens.issue(user, request), Profile.of(user)))
                .build();
    }

    @GET
    @Path("/profile")
    @RequiresAuthentication
    @Operation(summary = "Get the profile of the logged-in user")
    public Profile profile() {
        return Profile.of(account.get());
    }
}
