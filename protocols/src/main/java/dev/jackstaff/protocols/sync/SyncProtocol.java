package dev.jackstaff.protocols.sync;

import dev.jackstaff.protocols.fleet.StatusResource;
import dev.jackstaff.protocols.http.ProblemReply;
import dev.jackstaff.protocols.http.Protocol;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.Routes;
import dev.jackstaff.protocols.http.ServletRoute;
import dev.jackstaff.protocols.stream.StreamServlet;
import dev.jackstaff.protocols.usage.UsageResource;
import java.util.List;
import java.util.Optional;

/** Jackstaff's own protocol between a hub or an edge and the edges below it: snapshots down, usage and status up. */
public final class SyncProtocol implements Protocol {
    @Override
    public String label() {
        return "sync";
    }

    @Override
    public List<String> pathPrefixes() {
        return List.of(SyncHandler.PATH);
    }

    @Override
    public Routes edgeRoutes() {
        return Routes.of(SyncResource.class, UsageResource.class, StatusResource.class)
                .with(ServletRoute.async(StreamServlet.class, SyncStreamEndpoint.PATH));
    }

    @Override
    public Routes hubRoutes() {
        return edgeRoutes();
    }

    @Override
    public Optional<Reply> refusal(int status, String reason) {
        return Optional.of(ProblemReply.of(status, reason));
    }
}
