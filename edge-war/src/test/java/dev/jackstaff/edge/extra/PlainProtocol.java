package dev.jackstaff.edge.extra;

import dev.jackstaff.protocols.http.Protocol;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.Routes;
import dev.jackstaff.protocols.http.ServletRoute;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A protocol whose answers are words. */
public final class PlainProtocol implements Protocol {
    @Override
    public String label() {
        return "plain";
    }

    @Override
    public List<String> pathPrefixes() {
        return List.of("/plain/");
    }

    @Override
    public Routes edgeRoutes() {
        return Routes.of(PlainResource.class).with(ServletRoute.of(PlainServlet.class, "/plain/short"));
    }

    @Override
    public Optional<Reply> refusal(int status, String reason) {
        return Optional.of(Reply.of(status, ("\"plainly: " + status + "\"").getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public List<String> corsRequestHeaders() {
        return List.of("Plain-Name");
    }

    @Override
    public List<String> corsResponseHeaders() {
        return List.of("Plain-Mood");
    }

    @Override
    public List<String> keyHeaders() {
        return List.of("Plain-Key");
    }
}
