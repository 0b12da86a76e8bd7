package dev.jackstaff.protocols.cacheaside;

import dev.jackstaff.protocols.http.Protocol;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.Routes;
import java.util.List;
import java.util.Optional;

/** The read API of the cache-aside service, at edges. */
public final class CacheAsideProtocol implements Protocol {
    @Override
    public String label() {
        return "cache-aside";
    }

    @Override
    public List<String> pathPrefixes() {
        return List.of("/flags", "/cache/");
    }

    @Override
    public Routes edgeRoutes() {
        return Routes.of(CacheAsideResource.class, CacheAsideStatisticsResource.class);
    }

    @Override
    public Optional<Reply> refusal(int status, String reason) {
        return Optional.of(CacheAsideHandler.failure(status, reason));
    }
}
