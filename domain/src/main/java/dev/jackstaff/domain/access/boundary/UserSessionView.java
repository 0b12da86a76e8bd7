package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.actor.Login;

/** A session with the user who is logged in by it. */
public record UserSessionView(UserView user, SessionView session) {
    /** The login that the actor of a request has by this session. */
    public Login login() {
        return new Login(user.id(), session.id());
    }
}
