package dev.jackstaff.api.flexflag;

import dev.jackstaff.protocols.PresentedKey;
import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.flexflag.Flexflag;
import dev.jackstaff.protocols.flexflag.FlexflagEdges;
import dev.jackstaff.protocols.stream.StreamEndpoint.Opened;
import dev.jackstaff.protocols.stream.Streams;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The sync of FlexFlag's edge servers as server-sent events: a servlet, because a stream must not hold a thread. */
@WebServlet(urlPatterns = "/api/v1/edge/sync/sse", asyncSupported = true)
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class EdgeEventsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient FlexflagEdges edges;

    @Inject
    transient Streams streams;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Opened opened = streams.hasRoom()
                ? edges.listen(PresentedKey.in(request::getHeader), request.getParameter("server_id"))
                : new Opened.Answered(Flexflag.failure(Reply.UNAVAILABLE, "too many edge servers are connected")
                        .with("Retry-After", "10"));
        if (opened instanceof Opened.Listening listening) {
            response.setContentType("text/event-stream");
            response.setHeader("Cache-Control", "no-cache");
            response.setHeader("X-Accel-Buffering", "no");
            streams.listen(request, listening.stream());
        } else {
            answer(((Opened.Answered) opened).reply(), response);
        }
    }

    private static void answer(Reply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        response.setContentType("application/json");
        response.getOutputStream().write(reply.body());
    }
}
