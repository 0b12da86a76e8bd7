package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.Login;
import dev.jackstaff.domain.permission.Rights;

/**
 * A session with the user who is logged in by it.
 *
 * @param rights what the user may do now
 */
public record UserSessionView(UserView user, SessionView session, Rights rights) {
    /** The login that the actor of a request has by this session. */
    public Login login() {
        return new Login(user.id(), session.id(), true);
    }

    /** The user as an actor. */
    public Actor actor() {
        return new Actor(user.email(), rights, Actor.Kind.USER);
    }
}
