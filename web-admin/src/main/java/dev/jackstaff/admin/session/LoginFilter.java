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
 * The filter that requires a login and sets the current actor. The user is read for each request, so that the loss of a
 * role takes effect at once.
 */
public class LoginFilter extends HttpFilter {
    private static final String RESOURCES = "/jakarta.faces.resource";

    @Inject
    Users users;

    @Inject
    CurrentActor currentActor;

    @Inject
    CurrentUser currentUser;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isPublic(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<UserView> user = UserSession.of(request).flatMap(this::findActiveUser);
        if (user.isEmpty()) {
            UserSession.end(request);
            LoginRedirect.from(request).send(request, response);
            return;
        }
        currentActor.actAs(user.get().actor());
        currentUser.setUser(user.get());
        chain.doFilter(request, response);
    }

    private static boolean isPublic(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.equals(LoginRedirect.LOGIN) || path.startsWith(RESOURCES + "/");
    }

    private Optional<UserView> findActiveUser(UUID id) {
        try {
            return Optional.of(users.get(id)).filter(UserView::active);
        } catch (DomainException.NotFound unknown) {
            return Optional.empty();
        }
    }
}
