package dev.jackstaff.api.http;

import dev.jackstaff.api.problem.ProblemMapper;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.ReplyServlet;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The servlet that answers errors outside of resources with a problem document, or in the protocol's form, in place of the container's page. */
public class ErrorServlet extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                ? uri
                : request.getRequestURI();
        Reply reply = HubRefusals.of(
                path, ProblemMapper.of(status instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND));
        response.setContentType("application/json"); // in place of that of the answer that failed
        ReplyServlet.write(reply, response);
    }
}
