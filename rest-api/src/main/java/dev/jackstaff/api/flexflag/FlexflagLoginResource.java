package dev.jackstaff.api.flexflag;

import dev.jackstaff.api.access.LoginTokens;
import dev.jackstaff.api.access.RecordedAs;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.access.boundary.Users;
import dev.jackstaff.domain.actor.Channel;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.protocols.flexflag.FlexflagPathFilter;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** FlexFlag's login, whose path the management API has too without the prefix. */
@RecordedAs(Channel.PROTOCOL)
@Path(FlexflagPathFilter.PREFIX + "/api/v1/auth/login")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "FlexFlag")
public class FlexflagLoginResource {
    @Inject
    Users users;

    @Inject
    LoginTokens loginTokens;

    @Inject
    CurrentActor currentActor;

    @POST
    @Operation(summary = "Log in, in FlexFlag's format")
    public RegistrationResource.RegistrationResponse login(
            RegistrationResource.RegistrationRequest credentials, @Context HttpServletRequest request) {
        UserView user = users.login(
                RequestFields.required("email", credentials.email()),
                RequestFields.required("password", credentials.password()),
                currentActor.origin());
        return new RegistrationResource.RegistrationResponse(
                loginTokens.issue(user, request), RegistrationResource.Profile.of(user));
    }
}
