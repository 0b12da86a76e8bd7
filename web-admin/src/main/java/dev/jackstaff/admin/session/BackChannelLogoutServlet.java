package dev.jackstaff.admin.session;

import dev.jackstaff.domain.oidc.InvalidTokenException;
import dev.jackstaff.domain.oidc.ProviderUnavailableException;
import dev.jackstaff.domain.oidc.boundary.SignOuts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The place at which an identity provider ends sessions (OpenID Connect Back-Channel Logout 1.0, section 2.5). */
@WebServlet(urlPatterns = BackChannelLogoutServlet.PATH)
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class BackChannelLogoutServlet extends HttpServlet {
    static final String PATH = "/oidc/logout";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(BackChannelLogoutServlet.class.getName());

    @Inject
    transient SignOuts signOuts;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = Optional.ofNullable(request.getParameter("logout_token")).orElse("");
        try {
            signOuts.endByProvider(token);
        } catch (InvalidTokenException invalid) {
            LOG.log(Level.WARNING, "A logout token is refused: {0}.", invalid.reason());
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, invalid.reason());
        } catch (ProviderUnavailableException unavailable) {
            LOG.log(Level.WARNING, "A logout token cannot be checked: {0}", unavailable.getMessage());
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "the keys cannot be fetched");
        }
    }

    private static void refuse(HttpServletResponse response, int status, String reason) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream()
                .write(("{\"error\":\"invalid_request\",\"error_description\":\"" + reason + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
