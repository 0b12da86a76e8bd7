package dev.jackstaff.edge.usage;

import dev.jackstaff.edge.upstream.UpstreamSelector;
import dev.jackstaff.engine.usage.UsageBatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** The usage sender to an Unleash server: bulk metrics in requests below 95 KiB. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
class UnleashUsageSender implements UsageSender {
    private static final String PATH = "/api/client/metrics/bulk";

    @Inject
    UpstreamPostClient http;

    @Inject
    UpstreamSelector upstreamSelector;

    private final EnvironmentDelivery delivery = new EnvironmentDelivery(UnleashBulkMetrics::of, this::post);

    @Override
    public String kind() {
        return "unleash";
    }

    @Override
    public DeliveryResult send(UsageBatch batch, byte[] document) throws InterruptedException {
        return delivery.send(batch, upstreamSelector.selected());
    }

    private DeliveryResult post(String token, byte[] body) throws InterruptedException {
        return http.post(upstreamSelector.selected().address() + PATH, Map.of(http.tokenHeader(), token), body);
    }
}
