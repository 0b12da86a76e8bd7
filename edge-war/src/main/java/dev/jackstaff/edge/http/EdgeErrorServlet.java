package dev.jackstaff.edge.http;

import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.ReplyServlet;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The servlet that answers errors outside of routes in the protocol's form in place of the container's page. */
public class EdgeErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpServletResponse.SC_NOT_FOUND;
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                ? uri
                : request.getRequestURI();
        Reply reply = EdgeRefusals.ofWholePath(path, status, sentence(Response.Status.fromStatusCode(status), status));
        response.setContentType("application/json"); // in place of that of the answer that failed
        ReplyServlet.write(reply, response);
    }

    private static String sentence(Response.@Nullable Status known, int status) {
        return known == null ? "HTTP " + status : "HTTP " + status + " " + known.getReasonPhrase();
    }
}
