package dev.jackstaff.admin.session;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.access.boundary.Users;
import dev.jackstaff.domain.actor.CurrentActor;
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
 * Lets nobody past the login page who is not signed in, and tells the domain who acts. The user is read anew for each
 * request, so that a role taken away is gone at once.
 */
public class SignInFilter extends HttpFilter {
    private static final String RESOURCES = "/jakarta.faces.resource";

    @Inject
    Users users;

    @Inject
    CurrentActor actor;

    @Inject
    SignedIn signedIn;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isOpen(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<UserView> user = UserSession.of(request).flatMap(this::active);
        if (user.isEmpty()) {
            UserSession.end(request);
            LoginRedirect.from(request).send(request, response);
            return;
        }
        actor.actAs(user.get().actor());
        signedIn.as(user.get());
        chain.doFilter(request, response);
    }

    private static boolean isOpen(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.equals(LoginRedirect.LOGIN) || path.startsWith(RESOURCES + "/");
    }

    private Optional<UserView> active(UUID id) {
        try {
            return Optional.of(users.get(id)).filter(UserView::active);
        } catch (DomainException.NotFound gone) {
            return Optional.empty();
        }
    }
}
