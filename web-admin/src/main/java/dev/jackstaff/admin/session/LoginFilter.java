package dev.jackstaff.admin.session;

import dev.jackstaff.domain.access.boundary.Sessions;
import dev.jackstaff.domain.access.boundary.UserSessionView;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.actor.Channel;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.RequestOrigin;
import dev.jackstaff.protocols.http.CallerResolver;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/**
 * The filter that requires a login, and sets the current actor and where the request comes from. Session and user are read for each request, so that
 * the end of the session and the loss of a role take effect at once.
 */
public class LoginFilter extends HttpFilter {
    /** The stream of changes, which is no page. */
    private static final String CHANGES = "/changes";

    private static final String RESOURCES = "/jakarta.faces.resource";

    @Inject
    Sessions sessions;

    @Inject
    CurrentActor currentActor;

    @Inject
    CurrentUser currentUser;

    @Inject
    CallerResolver callers;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        currentActor.comeFrom(new RequestOrigin(
                Channel.PAGE, callers.address(request), UUID.randomUUID().toString()));
        if (isPublic(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<UserSessionView> session = SessionCookies.session(request).flatMap(sessions::find);
        if (session.isEmpty()) {
            SessionCookies.remove(request, response, SessionCookies.SESSION);
            if (request.getServletPath().equals(CHANGES)) {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            } else {
                LoginRedirect.from(request).send(request, response);
            }
            return;
        }
        UserView user = session.get().user();
        currentActor.actAs(session.get().actor(), session.get().login());
        currentUser.setUser(user);
        chain.doFilter(request, response);
    }

    private static boolean isPublic(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.equals(LoginRedirect.LOGIN)
                || path.equals(SignInStartServlet.PATH)
                || path.equals(SignInCallbackServlet.PATH)
                || path.equals(BackChannelLogoutServlet.PATH)
                || path.startsWith(RESOURCES + "/");
    }
}
