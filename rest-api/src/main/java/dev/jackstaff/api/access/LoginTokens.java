package dev.jackstaff.api.access;

import dev.jackstaff.domain.access.boundary.SigningKeys;
import dev.jackstaff.domain.access.boundary.UserView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Makes tokens for those who have shown who they are. */
@RequestScoped
public class LoginTokens {
    @Inject
    SigningKeys keys;

    @Inject
    Clock clock;

    /** A token by which a user acts. */
    public String issue(UserView user) {
        return new JwtIssuer(keys.current(), clock).issue(user);
    }
}
