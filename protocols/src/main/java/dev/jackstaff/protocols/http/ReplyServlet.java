package dev.jackstaff.protocols.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A servlet for a route that is requested too often to pay for JAX-RS. */
public abstract class ReplyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String ALLOW = "Allow";
    private static final int SERVER_ERROR = 500;
    private static final Logger LOG = Logger.getLogger(ReplyServlet.class.getName());

    /**
     * The response to a request.
     *
     * @throws WebApplicationException if the request itself is invalid
     */
    protected abstract Reply answer(HttpServletRequest request) throws IOException;

    /** An error response in the protocol's own form. */
    protected abstract Reply refusal(int status, String reason);

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Reply reply = answerOrRefuse(request);
        boolean listsMethods =
                request.getMethod().equals("OPTIONS") && reply.status() == HttpServletResponse.SC_METHOD_NOT_ALLOWED;
        write(
                listsMethods
                        ? Reply.empty(Reply.NO_CONTENT)
                                .with(ALLOW, reply.headers().getOrDefault(ALLOW, ""))
                        : reply,
                response);
    }

    private Reply answerOrRefuse(HttpServletRequest request) throws IOException {
        try {
            return answer(request);
        } catch (WebApplicationException refused) {
            LOG.log(Level.FINE, "Request refused.", refused);
            return refusal(refused.getResponse().getStatus(), String.valueOf(refused.getMessage()));
        } catch (RuntimeException failure) {
            UUID id = UUID.randomUUID();
            LOG.log(Level.SEVERE, "Request failed, id " + id + ".", failure);
            return refusal(SERVER_ERROR, "internal error, id " + id);
        }
    }

    /** The response to an unsupported method. */
    protected final Reply notAllowed(String allowed) {
        return refusal(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "HTTP 405 Method Not Allowed")
                .with(ALLOW, allowed);
    }

    /** Writes a response to the connection. */
    public static void write(Reply reply, HttpServletResponse response) throws IOException {
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
