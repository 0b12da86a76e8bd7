package dev.jackstaff.protocols.stream;

import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.ReplyServlet;
import dev.jackstaff.protocols.stream.StreamEndpoint.OpenResult;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The servlet of all protocols' server-sent events: a stream must not occupy a thread. To be mounted at the paths of
 * their endpoints, with support for asynchronous requests.
 */
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class StreamServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Instance<StreamEndpoint> endpoints;

    @Inject
    transient StreamPublisher streams;

    /** Opens a stream for a GET request; other methods are refused. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getMethod().equals("GET")) {
            super.service(request, response);
        } else {
            Reply refusal = refusal(
                    path(request), HttpServletResponse.SC_METHOD_NOT_ALLOWED, "a stream must be requested with GET");
            ReplyServlet.write(refusal.with("Allow", "GET, HEAD"), response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        open(request).send(request, response, streams);
    }

    private OpenResult open(HttpServletRequest request) {
        String path = path(request);
        if (!streams.hasCapacity()) {
            String reason = streams.isDraining()
                    ? "the server is shutting down"
                    : "the limit of connected stream clients (jackstaff.edge.streams.max) is reached";
            return new OpenResult.Rejected(
                    refusal(path, Reply.UNAVAILABLE, reason).with("Retry-After", "10"));
        }
        StreamEndpoint.Request asked = new StreamEndpoint.Request(path, request::getHeader, request::getParameter);
        for (StreamEndpoint endpoint : endpoints) {
            OpenResult opened = endpoint.open(asked).orElse(null);
            if (opened != null) {
                return opened;
            }
        }
        return new OpenResult.Rejected(refusal(path, Reply.NOT_FOUND, "no stream is served at this path"));
    }

    private static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    private Reply refusal(String path, int status, String reason) {
        return endpoints.stream()
                .flatMap(endpoint -> endpoint.failure(path, status, reason).stream())
                .findFirst()
                .orElseGet(() -> refusal(status, reason));
    }

    private static Reply refusal(int status, String reason) {
        String document = "{\"errorCode\":\"GENERAL\",\"errorDetails\":\"" + reason + "\",\"metadata\":{}}";
        return Reply.of(status, document.getBytes(StandardCharsets.UTF_8));
    }
}
