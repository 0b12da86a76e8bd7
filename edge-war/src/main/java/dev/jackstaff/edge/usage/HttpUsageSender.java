package dev.jackstaff.edge.usage;

import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** The usage sender over HTTP to a hub or edge. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
class HttpUsageSender implements UsageSender {
    @Inject
    UpstreamPostClient http;

    private final String key =
            EdgeSettings.configured().text(EdgeSetting.UPSTREAM_KEY).orElse("");

    @Override
    public String kind() {
        return "http";
    }

    @Override
    public DeliveryResult send(UsageBatch batch, byte[] document) throws InterruptedException {
        return http.post(http.baseUrl() + "/api/v1/sync/usage", Map.of(HeaderNames.API_KEY, key), document);
    }
}
