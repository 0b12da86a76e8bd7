package dev.jackstaff.admin.session;

import dev.jackstaff.domain.access.boundary.Sessions;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.actor.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The logged-in user of this request, for pages. Permissions are checked by the domain; pages only hide what it would
 * refuse.
 */
@Named
@RequestScoped
public class CurrentUser {
    @Inject
    FacesContext faces;

    @Inject
    Sessions sessions;

    private @Nullable UserView user;

    void setUser(UserView user) {
        this.user = user;
    }

    public boolean isPresent() {
        return user != null;
    }

    public String getName() {
        return Optional.ofNullable(user).map(UserView::name).orElse("");
    }

    public String getEmail() {
        return Optional.ofNullable(user).map(UserView::email).orElse("");
    }

    public String getRole() {
        return Optional.ofNullable(user).map(known -> known.role().label()).orElse("");
    }

    /** Whether pages offer changes of flags. */
    public boolean isEditor() {
        return hasRole(Role.EDITOR);
    }

    /** Whether pages offer changes of projects and keys. */
    public boolean isAdmin() {
        return hasRole(Role.ADMIN);
    }

    private boolean hasRole(Role role) {
        return Optional.ofNullable(user)
                .filter(known -> known.role().includes(role))
                .isPresent();
    }

    /** Ends the session and shows the login page. */
    public void signOut() throws IOException {
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        UserSession.of(request).ifPresent(sessions::end);
        UserSession.end(request);
        faces.getExternalContext().redirect(request.getContextPath() + LoginRedirect.LOGIN);
        faces.responseComplete();
    }
}
