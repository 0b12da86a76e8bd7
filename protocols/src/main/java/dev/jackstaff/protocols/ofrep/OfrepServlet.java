package dev.jackstaff.protocols.ofrep;

import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.CallerResolver;
import dev.jackstaff.protocols.http.PathSegments;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.ReplyServlet;
import dev.jackstaff.protocols.http.RequestBody;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;

/** The servlet of OFREP's two evaluation routes, to be mounted at {@code /ofrep/v1/evaluate/flags/*}. */
@SuppressWarnings("NullAway.Init") // CDI fills the field
public class OfrepServlet extends ReplyServlet {
    private static final long serialVersionUID = 1L;
    private static final List<String> ROUTE = List.of("ofrep", "v1", "evaluate", "flags");

    @Inject
    transient OfrepHandler ofrep;

    @Inject
    transient CallerResolver callers;

    @Override
    protected Reply answer(HttpServletRequest request) throws IOException {
        if (!request.getMethod().equals("POST")) {
            return notAllowed("POST, OPTIONS");
        }
        String flag =
                flag(request.getRequestURI().substring(request.getContextPath().length()));
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

    /**
     * The flag that a path names; empty for all flags. A slash in a flag's key is not one of the path, whether it is
     * encoded or not.
     *
     * @throws NotFoundException if the path is another route's, and only decoding makes it look like this one
     */
    static String flag(String path) {
        List<String> segments = PathSegments.of(path);
        if (segments.size() < ROUTE.size() || !segments.subList(0, ROUTE.size()).equals(ROUTE)) {
            throw new NotFoundException();
        }
        return String.join("/", segments.subList(ROUTE.size(), segments.size()));
    }
}
