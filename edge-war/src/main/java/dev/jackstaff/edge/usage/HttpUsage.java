package dev.jackstaff.edge.usage;

import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.protocols.EdgeSetting;
import dev.jackstaff.protocols.EdgeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** To the hub, or to another edge, over HTTP. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
class HttpUsage implements UsageUpstream {
    @Inject
    UpstreamHttp http;

    private final String key =
            EdgeSettings.configured().text(EdgeSetting.UPSTREAM_KEY).orElse("");

    @Override
    public String kind() {
        return "http";
    }

    @Override
    public Delivery deliver(UsageBatch batch, byte[] document) throws InterruptedException {
        return http.post(http.base() + "/api/v1/sync/usage", Map.of("X-API-Key", key), document);
    }
}
