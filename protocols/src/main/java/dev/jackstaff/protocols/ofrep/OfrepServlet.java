package dev.jackstaff.protocols.ofrep;

import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.CallerResolver;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.ReplyServlet;
import dev.jackstaff.protocols.http.RequestBody;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The servlet of OFREP's two evaluation routes, to be mounted at {@code /ofrep/v1/evaluate/flags/*}. */
@SuppressWarnings("NullAway.Init") // CDI fills the field
public class OfrepServlet extends ReplyServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient OfrepHandler ofrep;

    @Inject
    transient CallerResolver callers;

    @Override
    protected Reply answer(HttpServletRequest request) throws IOException {
        if (!request.getMethod().equals("POST")) {
            return notAllowed("POST, OPTIONS");
        }
        String flag = flag(request.getPathInfo());
        Caller caller = callers.resolve(request::getHeader, request.getRemoteAddr());
        InputStream stream = request.getInputStream();
        Supplier<byte[]> body = () -> RequestBody.read(stream);
        return flag.isEmpty()
                ? ofrep.evaluateAll(
                        caller, body, request.getHeader("If-None-Match"), request.getParameter("flagConfigEtag"))
                : ofrep.evaluate(flag, caller, body);
    }

    @Override
    protected Reply refusal(int status, String reason) {
        return OfrepHandler.failure(status, reason);
    }

    private static String flag(@Nullable String path) {
        if (path == null) {
            return "";
        }
        int end = path.length() - (path.endsWith("/") ? 1 : 0);
        return end == 0 ? "" : path.substring(1, end);
    }
}
