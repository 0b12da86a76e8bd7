package dev.jackstaff.domain.oidc.boundary;

import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.Login;
import dev.jackstaff.domain.permission.Rights;
import java.util.UUID;

/**
 * An active user whom a provider has authenticated, and who has no session here.
 *
 * @param rights what the user may do now
 */
public record ProviderUser(UUID id, String email, Rights rights) {
    private static final UUID NO_SESSION = new UUID(0, 0);

    /** The user as an actor. */
    public Actor actor() {
        return new Actor(email, rights, Actor.Kind.USER);
    }

    /** The login of the user, which no session belongs to. */
    public Login login() {
        return new Login(id, NO_SESSION, false);
    }
}
