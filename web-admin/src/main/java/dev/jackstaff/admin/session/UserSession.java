package dev.jackstaff.admin.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;

/** The HTTP session of a logged-in user; it holds only the user's id. */
final class UserSession {
    private static final String USER = UserSession.class.getName();

    private UserSession() {}

    static Optional<UUID> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(USER))
                .map(UUID.class::cast);
    }

    /** Begins a session under a new id, so that an id from before the login is worthless. */
    static void begin(HttpServletRequest request, UUID user) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(USER, user);
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
