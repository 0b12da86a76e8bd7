package dev.jackstaff.admin.session;

import dev.jackstaff.domain.oidc.SignInRefusedException;
import dev.jackstaff.domain.oidc.SignInRequest;
import dev.jackstaff.domain.oidc.boundary.SignIns;
import dev.jackstaff.domain.oidc.boundary.StartedSignIn;
import dev.jackstaff.protocols.http.CallerResolver;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The way from the login page to an identity provider. */
@WebServlet(urlPatterns = SignInStartServlet.PATH)
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class SignInStartServlet extends HttpServlet {
    static final String PATH = "/oidc/start";

    private static final long serialVersionUID = 1L;

    @Inject
    transient SignIns signIns;

    @Inject
    transient CallerResolver callers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String provider = Optional.ofNullable(request.getParameter("provider")).orElse("");
        try {
            StartedSignIn started = signIns.begin(new SignInRequest(
                    provider,
                    HubAddress.of(request) + SignInCallbackServlet.PATH,
                    PagePath.parse(request.getParameter("then")).value(),
                    callers.address(request)));
            SessionCookies.set(request, response, SignInCallbackServlet.BROWSER, started.browser(), started.lifetime());
            response.sendRedirect(started.address().toString());
        } catch (SignInRefusedException refused) {
            RefusedSignIn.show(refused, request, response);
        }
    }
}
