package dev.jackstaff.admin.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;

/** The HTTP session of somebody signed in: it holds the user's id and nothing else of theirs. */
final class UserSession {
    private static final String USER = UserSession.class.getName();

    private UserSession() {}

    static Optional<UUID> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(USER))
                .map(UUID.class::cast);
    }

    /** Begins under a new session id, so that an id known before is worth nothing. */
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
