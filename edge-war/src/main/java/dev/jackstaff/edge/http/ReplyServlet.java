package dev.jackstaff.edge.http;

import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.ofrep.Ofrep;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A route that is asked so often that what JAX-RS costs would be most of the answer: the same handler, with nothing in
 * between. What such a route does not take goes to JAX-RS as ever.
 */
abstract class ReplyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int SERVER_ERROR = 500;
    private static final Logger LOG = Logger.getLogger(ReplyServlet.class.getName());

    /**
     * The answer to a request.
     *
     * @throws WebApplicationException where the request itself is unfit
     */
    protected abstract Reply answer(HttpServletRequest request) throws IOException;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(guarded(request), response);
    }

    private Reply guarded(HttpServletRequest request) throws IOException {
        try {
            return answer(request);
        } catch (WebApplicationException refused) {
            LOG.log(Level.FINE, "Refused.", refused);
            return Ofrep.failure(refused.getResponse().getStatus(), String.valueOf(refused.getMessage()));
        } catch (RuntimeException failure) {
            UUID id = UUID.randomUUID();
            LOG.log(Level.SEVERE, "Request failed, id " + id + ".", failure);
            return Ofrep.failure(SERVER_ERROR, "internal error, id " + id);
        }
    }

    /** A method that the route does not have. */
    static Reply notAllowed(String allowed) {
        return Ofrep.failure(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "HTTP 405 Method Not Allowed")
                .with("Allow", allowed);
    }

    /** Puts an answer on the wire. */
    static void write(Reply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        byte[] body = reply.body();
        if (body.length > 0) {
            if (response.getContentType() == null) {
                response.setContentType("application/json");
            }
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
