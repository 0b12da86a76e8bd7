package dev.jackstaff.api.flexflag;

import dev.jackstaff.protocols.flexflag.FlexflagEdgeHandler;
import dev.jackstaff.protocols.flexflag.FlexflagHandler;
import dev.jackstaff.protocols.http.PresentedKey;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.ReplyServlet;
import dev.jackstaff.protocols.stream.StreamEndpoint.OpenResult;
import dev.jackstaff.protocols.stream.StreamPublisher;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The sync of FlexFlag's edge servers as server-sent events: a servlet, because a stream must not hold a thread. */
@WebServlet(urlPatterns = "/api/v1/edge/sync/sse", asyncSupported = true)
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class EdgeSyncServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient FlexflagEdgeHandler edges;

    @Inject
    transient StreamPublisher streams;

    /** Opens a stream for a GET request; other methods are refused. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getMethod().equals("GET")) {
            super.service(request, response);
        } else {
            Reply refusal = FlexflagHandler.failure(
                    HttpServletResponse.SC_METHOD_NOT_ALLOWED, "a stream must be requested with GET");
            ReplyServlet.write(refusal.with("Allow", "GET, HEAD"), response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        OpenResult opened = streams.hasCapacity()
                ? edges.listen(PresentedKey.in(request::getHeader), request.getParameter("server_id"))
                : new OpenResult.Rejected(
                        FlexflagHandler.failure(Reply.UNAVAILABLE, "too many edge servers are connected")
                                .with("Retry-After", "10"));
        opened.send(request, response, streams);
    }
}
