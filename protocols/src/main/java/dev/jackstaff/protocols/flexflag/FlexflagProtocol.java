package dev.jackstaff.protocols.flexflag;

import dev.jackstaff.protocols.http.Protocol;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.Routes;
import java.util.List;
import java.util.Optional;

/** FlexFlag's protocol: evaluation at hub and edge, and the additional routes of its edge servers. */
public final class FlexflagProtocol implements Protocol {
    @Override
    public String label() {
        return "flexflag";
    }

    @Override
    public List<String> pathPrefixes() {
        return List.of("/api/v1/evaluate", "/api/v1/cache/", FlexflagPathFilter.PREFIX);
    }

    @Override
    public Routes edgeRoutes() {
        return Routes.of(
                FlexflagResource.class,
                FlexflagReadinessResource.class,
                FlexflagCacheResource.class,
                FlexflagPathFilter.class);
    }

    @Override
    public Routes hubRoutes() {
        return Routes.of(FlexflagResource.class, FlexflagPathFilter.class);
    }

    @Override
    public Optional<Reply> refusal(int status, String reason) {
        return Optional.of(FlexflagHandler.failure(status, reason));
    }
}
