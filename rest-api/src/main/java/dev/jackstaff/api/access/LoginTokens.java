package dev.jackstaff.api.access;

import dev.jackstaff.domain.access.boundary.SigningKeys;
import dev.jackstaff.domain.access.boundary.UserView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** The issuer of login tokens. */
@RequestScoped
public class LoginTokens {
    @Inject
    SigningKeys keys;

    @Inject
    Clock clock;

    /** Issues a token that authenticates a user. */
    public String issue(UserView user) {
        return new JwtIssuer(keys.current(), clock).issue(user);
    }
}
