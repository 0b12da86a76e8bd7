package dev.jackstaff.protocols.ofrep;

import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.http.Protocol;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.Routes;
import dev.jackstaff.protocols.http.ServletRoute;
import dev.jackstaff.protocols.stream.StreamServlet;
import java.util.List;
import java.util.Optional;

/** OpenFeature's remote evaluation protocol, at hub and edge with the same routes, so that both answer alike. */
public final class OfrepProtocol implements Protocol {
    private static final ServletRoute STREAM = ServletRoute.async(StreamServlet.class, "/ofrep/v1/stream");

    @Override
    public String label() {
        return "ofrep";
    }

    @Override
    public List<String> pathPrefixes() {
        return List.of("/ofrep/");
    }

    @Override
    public Routes edgeRoutes() {
        return Routes.of(OfrepResource.class)
                .with(ServletRoute.of(OfrepServlet.class, "/ofrep/v1/evaluate/flags/*"), STREAM);
    }

    @Override
    public Routes hubRoutes() {
        return edgeRoutes();
    }

    @Override
    public Optional<Reply> refusal(int status, String reason) {
        return Optional.of(OfrepHandler.failure(status, reason));
    }

    @Override
    public List<String> corsRequestHeaders() {
        return List.of(HeaderNames.LAST_EVENT_ID);
    }

    @Override
    public List<String> corsResponseHeaders() {
        return List.of(HeaderNames.REVISION);
    }

    @Override
    public List<String> keyHeaders() {
        return List.of(HeaderNames.API_KEY);
    }
}
