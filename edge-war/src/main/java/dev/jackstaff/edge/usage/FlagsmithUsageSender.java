package dev.jackstaff.edge.usage;

import dev.jackstaff.edge.upstream.UpstreamSelector;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.protocols.http.HeaderNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** The usage sender to a Flagsmith API. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
class FlagsmithUsageSender implements UsageSender {
    private static final String PATH = "/analytics/flags/";

    @Inject
    UpstreamPostClient http;

    @Inject
    UpstreamSelector upstreamSelector;

    private final EnvironmentDelivery delivery = new EnvironmentDelivery(FlagsmithAnalytics::of, this::post);

    @Override
    public String kind() {
        return "flagsmith";
    }

    @Override
    public DeliveryResult send(UsageBatch batch, byte[] document) throws InterruptedException {
        return delivery.send(batch, upstreamSelector.selected());
    }

    private DeliveryResult post(String key, byte[] body) throws InterruptedException {
        return http.post(upstreamSelector.selected().address() + PATH, Map.of(HeaderNames.ENVIRONMENT_KEY, key), body);
    }
}
