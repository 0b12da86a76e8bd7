package dev.jackstaff.api.http;

import dev.jackstaff.api.json.JsonBody;
import dev.jackstaff.api.problem.Problem;
import dev.jackstaff.api.problem.ProblemMapper;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The servlet that answers errors outside of resources with a problem document in place of the container's page. */
public class ErrorServlet extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Problem problem = ProblemMapper.of(status instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(JsonBody.write(problem));
    }
}
