package dev.jackstaff.admin.session;

import dev.jackstaff.domain.access.SessionKind;
import dev.jackstaff.domain.access.SessionOrigin;
import dev.jackstaff.domain.oidc.SignInRefusedException;
import dev.jackstaff.domain.oidc.SignInResponse;
import dev.jackstaff.domain.oidc.boundary.CompletedSignIn;
import dev.jackstaff.domain.oidc.boundary.SignIns;
import dev.jackstaff.protocols.http.CallerResolver;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The place that an identity provider sends a browser back to. */
@WebServlet(urlPatterns = SignInCallbackServlet.PATH)
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class SignInCallbackServlet extends HttpServlet {
    static final String PATH = "/oidc/callback";

    /** The cookie that binds a sign-in to the browser that began it. */
    static final String BROWSER = "JACKSTAFF_SIGN_IN";

    private static final long serialVersionUID = 1L;

    @Inject
    transient SignIns signIns;

    @Inject
    transient CallerResolver callers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String browser = SessionCookies.find(request, BROWSER).orElse("");
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        try {
            CompletedSignIn completed = signIns.complete(
                    new SignInResponse(
                            parameter(request, "state"),
                            parameter(request, "code"),
                            parameter(request, "error"),
                            parameter(request, "iss")),
                    browser,
                    new SessionOrigin(SessionKind.PAGES, callers.address(request), agent));
            SessionCookies.remove(request, response, BROWSER);
            SessionCookies.set(
                    request,
                    response,
                    SessionCookies.SESSION,
                    completed.session().cookie().value());
            response.sendRedirect(request.getContextPath()
                    + PagePath.parse(completed.target()).value());
        } catch (SignInRefusedException refused) {
            RefusedSignIn.show(refused, request, response);
        }
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
