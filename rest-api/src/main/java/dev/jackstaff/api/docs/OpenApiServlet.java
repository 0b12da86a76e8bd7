package dev.jackstaff.api.docs;

import dev.jackstaff.api.http.HubRefusals;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.ReplyServlet;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * The OpenAPI document at the address where MicroProfile has it: a servlet, whose exact path comes before the server's
 * own servlet, which would describe the resources itself. The document is JSON, which is YAML too, whatever the query
 * asks for.
 */
@WebServlet({OpenApiServlet.PATH, OpenApiServlet.PATH + "/"})
public class OpenApiServlet extends ReplyServlet {
    static final String PATH = "/openapi";

    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    protected Reply answer(HttpServletRequest request) {
        return READING.contains(request.getMethod())
                ? Reply.of(Reply.OK, ApiDescription.document())
                : notAllowed("GET, HEAD, OPTIONS");
    }

    @Override
    protected Reply refusal(int status, String reason) {
        return HubRefusals.of(PATH, status, reason);
    }
}
