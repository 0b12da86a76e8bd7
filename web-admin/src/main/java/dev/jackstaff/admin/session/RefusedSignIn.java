package dev.jackstaff.admin.session;

import dev.jackstaff.domain.oidc.SignInRefusedException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The page that says why a sign-in at a provider is refused. */
final class RefusedSignIn {
    private static final String PAGE = "/WEB-INF/errors/sign-in-refused.xhtml";

    /** The attribute of the request that holds the sentence. */
    private static final String SENTENCE = "refusedSignIn";

    private RefusedSignIn() {}

    static void show(SignInRefusedException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setStatus(
                refused.isUnreachable()
                        ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                        : HttpServletResponse.SC_FORBIDDEN);
        request.setAttribute(SENTENCE, refused.sentence());
        request.getRequestDispatcher(PAGE).forward(request, response);
    }
}
