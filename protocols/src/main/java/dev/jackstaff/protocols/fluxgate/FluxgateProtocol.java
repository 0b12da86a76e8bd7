package dev.jackstaff.protocols.fluxgate;

import dev.jackstaff.protocols.http.Protocol;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.Routes;
import java.util.List;
import java.util.Optional;

/** FluxGate's protocol, at edges. */
public final class FluxgateProtocol implements Protocol {
    @Override
    public String label() {
        return "fluxgate";
    }

    @Override
    public List<String> pathPrefixes() {
        return List.of("/evaluate");
    }

    @Override
    public Routes edgeRoutes() {
        return Routes.of(FluxgateResource.class, FluxgateHealthResource.class);
    }

    @Override
    public Optional<Reply> refusal(int status, String reason) {
        return Optional.of(FluxgateHandler.failure(status, reason));
    }
}
