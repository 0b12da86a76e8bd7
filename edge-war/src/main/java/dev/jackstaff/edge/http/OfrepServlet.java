package dev.jackstaff.edge.http;

import dev.jackstaff.protocols.PresentedKey;
import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.RequestBody;
import dev.jackstaff.protocols.ofrep.Ofrep;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** OFREP's two routes, on the short way. */
@WebServlet("/ofrep/v1/evaluate/flags/*")
@SuppressWarnings("NullAway.Init") // CDI fills the field
public class OfrepServlet extends ReplyServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Ofrep ofrep;

    @Override
    protected Reply answer(HttpServletRequest request) throws IOException {
        if (!request.getMethod().equals("POST")) {
            return notAllowed("POST, OPTIONS");
        }
        String flag = flag(request.getPathInfo());
        String key = PresentedKey.in(request::getHeader);
        byte[] body = RequestBody.read(request.getInputStream());
        return flag.isEmpty()
                ? ofrep.evaluateAll(
                        key, body, request.getHeader("If-None-Match"), request.getParameter("flagConfigEtag"))
                : ofrep.evaluate(flag, key, body);
    }

    private static String flag(@Nullable String path) {
        if (path == null) {
            return "";
        }
        int end = path.length() - (path.endsWith("/") ? 1 : 0);
        return end == 0 ? "" : path.substring(1, end);
    }
}
