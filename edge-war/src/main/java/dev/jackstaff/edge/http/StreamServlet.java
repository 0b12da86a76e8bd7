package dev.jackstaff.edge.http;

import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.ReplyServlet;
import dev.jackstaff.protocols.ofrep.Ofrep;
import dev.jackstaff.protocols.stream.StreamEndpoint;
import dev.jackstaff.protocols.stream.StreamEndpoint.Opened;
import dev.jackstaff.protocols.stream.Streams;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Streams of server-sent events, of all protocols: a servlet, because a stream must not hold a thread. */
@WebServlet(
        urlPatterns = {"/ofrep/v1/stream", "/api/client/streaming", "/sse/environments/*"},
        asyncSupported = true)
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class StreamServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Instance<StreamEndpoint> endpoints;

    @Inject
    transient Streams streams;

    /** There is nothing to do here but to listen. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getMethod().equals("GET")) {
            super.service(request, response);
        } else {
            Reply refusal = Ofrep.failure(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "streams are asked for by GET");
            ReplyServlet.write(refusal.with("Allow", "GET"), response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Opened opened = opened(request);
        if (opened instanceof Opened.Listening listening) {
            response.setContentType("text/event-stream");
            response.setHeader("Cache-Control", "no-cache");
            response.setHeader("X-Accel-Buffering", "no");
            streams.listen(request, listening.stream());
        } else {
            ReplyServlet.write(((Opened.Answered) opened).reply(), response);
        }
    }

    private Opened opened(HttpServletRequest request) {
        if (!streams.hasRoom()) {
            return new Opened.Answered(
                    Ofrep.failure(Reply.UNAVAILABLE, "too many clients listen").with("Retry-After", "10"));
        }
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        StreamEndpoint.Request asked = new StreamEndpoint.Request(path, request::getHeader, request::getParameter);
        for (StreamEndpoint endpoint : endpoints) {
            Opened opened = endpoint.open(asked).orElse(null);
            if (opened != null) {
                return opened;
            }
        }
        return new Opened.Answered(Ofrep.failure(Reply.NOT_FOUND, "there is no such stream"));
    }
}
