package dev.jackstaff.admin.event;

import dev.jackstaff.protocols.stream.StreamEndpoint.OpenResult;
import dev.jackstaff.protocols.stream.StreamPublisher;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/** The stream of changes for the browser of somebody who is signed in, as server-sent events. */
@WebServlet(urlPatterns = "/changes", asyncSupported = true)
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class ChangeStreamServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient ChangeLog log;

    @Inject
    transient StreamPublisher streams;

    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!streams.hasCapacity()) {
            response.setHeader("Retry-After", "10");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        new OpenResult.Accepted(new ChangeStream(log, clock)).send(request, response, streams);
    }
}
