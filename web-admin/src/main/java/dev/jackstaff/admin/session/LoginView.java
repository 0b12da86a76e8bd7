package dev.jackstaff.admin.session;

import dev.jackstaff.domain.access.SessionKind;
import dev.jackstaff.domain.access.SessionOrigin;
import dev.jackstaff.domain.access.boundary.PageSession;
import dev.jackstaff.domain.access.boundary.Sessions;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.access.boundary.Users;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.RequestOrigin;
import dev.jackstaff.domain.oidc.boundary.SignIns;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The login page. */
@Named
@RequestScoped
public class LoginView {
    @Inject
    Users users;

    @Inject
    Sessions sessions;

    @Inject
    CurrentActor currentActor;

    @Inject
    SignIns signIns;

    @Inject
    FacesContext faces;

    private String email = "";
    private String password = "";
    private String then = "";

    /** Logs in and goes on to the requested page; the domain refuses wrong credentials. */
    public void signIn() throws IOException {
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        RequestOrigin origin = currentActor.origin();
        UserView user = users.login(email.strip(), password, origin);
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        PageSession session =
                sessions.beginPages(user.id(), new SessionOrigin(SessionKind.PAGES, origin.address(), agent));
        SessionCookies.set(
                request,
                (HttpServletResponse) faces.getExternalContext().getResponse(),
                SessionCookies.SESSION,
                session.cookie().value());
        faces.getExternalContext()
                .redirect(request.getContextPath() + PagePath.parse(then).value());
        faces.responseComplete();
    }

    /** The providers that one can sign in at instead. */
    public List<ProviderLink> getProviders() {
        String context = faces.getExternalContext().getRequestContextPath();
        return signIns.providers().stream()
                .map(provider -> ProviderLink.of(provider, context, then))
                .toList();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getThen() {
        return then;
    }

    public void setThen(String then) {
        this.then = then;
    }
}
