package dev.jackstaff.admin.session;

import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.actor.AccessPolicy;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.oidc.boundary.SignOuts;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.permission.PermissionScope;
import dev.jackstaff.domain.project.EnvironmentKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
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
    SignOuts signOuts;

    @Inject
    CurrentActor currentActor;

    @Inject
    AccessPolicy policy;

    @Inject
    Here here;

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
        return may(Permission.FLAG_UPDATE, projectScope());
    }

    /** Whether pages offer new projects. */
    public boolean isProjectCreator() {
        return may(Permission.PROJECT_CREATE, PermissionScope.INSTALLATION);
    }

    /** Whether pages offer new keys, and to revoke them. */
    public boolean isKeyManager() {
        return may(Permission.KEY_CREATE, projectScope()) && may(Permission.KEY_DELETE, projectScope());
    }

    /** Whether pages offer changes of whom flags answer what in the present environment. */
    public boolean isTargeter() {
        return here.isInProject()
                && may(Permission.FLAG_TARGET, here.environmentKey().in(projectScope()));
    }

    /** Whether pages offer to kill flags, which is to switch them everywhere. */
    public boolean isSwitcher() {
        return may(Permission.FLAG_SWITCH, projectScope());
    }

    /** Whether pages let flags be switched in an environment of the present project. */
    public boolean maySwitch(String environment) {
        return may(Permission.FLAG_SWITCH, new EnvironmentKey(environment).in(projectScope()));
    }

    private boolean may(Permission permission, PermissionScope scope) {
        return user != null && policy.allows(currentActor.actor(), permission, scope);
    }

    private PermissionScope projectScope() {
        return here.isInProject() ? here.projectKey().scope() : PermissionScope.INSTALLATION;
    }

    /** Ends the session, at the provider too if it began at one, and shows the login page. */
    public void signOut() throws IOException {
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        HttpServletResponse response =
                (HttpServletResponse) faces.getExternalContext().getResponse();
        Optional<URI> provider = SessionCookies.session(request)
                .flatMap(cookie -> signOuts.end(cookie, HubAddress.of(request) + LoginRedirect.LOGIN));
        SessionCookies.remove(request, response, SessionCookies.SESSION);
        if (provider.isPresent()) {
            ProviderSignOut.show(provider.get(), response);
        } else {
            faces.getExternalContext().redirect(request.getContextPath() + LoginRedirect.LOGIN);
        }
        faces.responseComplete();
    }
}
