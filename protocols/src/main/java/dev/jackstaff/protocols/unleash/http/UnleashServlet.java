package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.CallerResolver;
import dev.jackstaff.protocols.http.PathSegments;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.ReplyServlet;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import java.io.IOException;

/**
 * The servlet of Unleash's two most frequent routes, to be mounted at {@link #FEATURES} and the frontend API's paths.
 */
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class UnleashServlet extends ReplyServlet {
    /** The path of features documents. */
    public static final String FEATURES = "/api/client/features";

    /** The path of the frontend API. */
    public static final String FRONTEND = "/api/frontend";

    /** The frontend API's older path. */
    public static final String PROXY = "/api/proxy";

    private static final long serialVersionUID = 1L;

    @Inject
    transient ClientApi client;

    @Inject
    transient FrontendApi frontend;

    @Inject
    transient CallerResolver callers;

    @Override
    protected Reply answer(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!path.equals(request.getServletPath())
                && !PathSegments.of(path).equals(PathSegments.of(request.getServletPath()))) {
            throw new NotFoundException(); // only decoding makes it look like this route
        }
        boolean posted = request.getMethod().equals("POST");
        if (!posted && !request.getMethod().equals("GET")) {
            return notAllowed("GET, HEAD, POST, OPTIONS");
        }
        Caller caller = callers.resolve(request::getHeader, request.getRemoteAddr());
        if (request.getServletPath().equals(FEATURES)) {
            return client.features(
                    caller.key(), request.getParameter("namePrefix"), Negotiation.of(request::getHeader));
        }
        ContextSource asked = posted
                ? new ContextSource.BodyContext(RequestPayload.of(request.getInputStream()), caller)
                : new ContextSource.QueryContext(request.getQueryString(), caller);
        return frontend.enabled(caller.key(), asked, Negotiation.of(request::getHeader));
    }

    @Override
    protected Reply refusal(int status, String reason) {
        return UnleashAccess.failure(status, reason);
    }
}
