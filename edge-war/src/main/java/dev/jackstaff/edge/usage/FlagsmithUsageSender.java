package dev.jackstaff.edge.usage;

import dev.jackstaff.edge.upstream.UpstreamSelector;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageEntry;
import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.json.JsonBytes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The usage sender to a Flagsmith API: evaluation counts by flag as analytics, one request for each environment. See
 * {@link ResumableDelivery}.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
class FlagsmithUsageSender implements UsageSender {
    private static final Logger LOG = Logger.getLogger(FlagsmithUsageSender.class.getName());

    @Inject
    UpstreamPostClient http;

    @Inject
    UpstreamSelector upstreamSelector;

    private final ResumableDelivery delivery = new ResumableDelivery();

    @Override
    public String kind() {
        return "flagsmith";
    }

    @Override
    public DeliveryResult send(UsageBatch batch, byte[] document) throws InterruptedException {
        List<ResumableDelivery.UsageRequest> requests = new ArrayList<>();
        countsByEnvironment(batch).forEach((environment, counts) -> requests.add(() -> send(environment, counts)));
        return delivery.sendRemaining(batch, requests);
    }

    private DeliveryResult send(String environment, Map<String, Long> counts) throws InterruptedException {
        String key = upstreamSelector.selected().usageKey(environment).orElse("");
        if (key.isEmpty()) {
            LOG.log(Level.WARNING, "Usage of {0} is dropped: there is no key for it.", environment);
            return DeliveryResult.REFUSED;
        }
        byte[] body = JsonBytes.object(json -> {
            for (Map.Entry<String, Long> count : counts.entrySet()) {
                json.writeNumberField(count.getKey(), count.getValue());
            }
        });
        return http.post(
                upstreamSelector.selected().address() + "/analytics/flags/",
                Map.of(HeaderNames.ENVIRONMENT_KEY, key),
                body);
    }

    private static Map<String, Map<String, Long>> countsByEnvironment(UsageBatch batch) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        for (UsageEntry entry : batch.entries()) {
            counts.computeIfAbsent(entry.environment(), environment -> new TreeMap<>())
                    .merge(entry.flag(), entry.evaluations(), Long::sum);
        }
        return counts;
    }
}
