package dev.jackstaff.admin.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The HTTP session of a logged-in user; it holds only the id of the session in the database. */
final class UserSession {
    private static final String SESSION = UserSession.class.getName();

    /** How long a session lasts without a request. */
    private static final Duration IDLE = Duration.ofHours(8);

    private UserSession() {}

    static Optional<UUID> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(SESSION))
                .map(UUID.class::cast);
    }

    /** Begins a session under a new id, so that an id from before the login is worthless. */
    static void begin(HttpServletRequest request, UUID id) {
        request.getSession();
        request.changeSessionId();
        HttpSession session = request.getSession();
        session.setAttribute(SESSION, id);
        session.setMaxInactiveInterval((int) IDLE.toSeconds());
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
