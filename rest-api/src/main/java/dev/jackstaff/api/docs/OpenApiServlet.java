package dev.jackstaff.api.docs;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The OpenAPI document at the address where MicroProfile has it: a servlet, whose exact path comes before the server's own servlet, which describes
 * the resources itself and is never asked. The document is JSON, which is YAML too, whatever the query asks for.
 */
@WebServlet({"/openapi", "/openapi/"})
public class OpenApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] document = ApiDescription.document();
        response.setContentType("application/json");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
