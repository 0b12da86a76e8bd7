package dev.jackstaff.edge.usage;

import dev.jackstaff.edge.upstream.Upstreams;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageEntry;
import dev.jackstaff.protocols.JsonBytes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * To a Flagsmith API, as analytics: how often each flag was evaluated, one environment at a time. See {@link Parts}.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
class FlagsmithUsage implements UsageUpstream {
    private static final Logger LOG = Logger.getLogger(FlagsmithUsage.class.getName());

    @Inject
    UpstreamHttp http;

    @Inject
    Upstreams upstreams;

    private final Parts parts = new Parts();

    @Override
    public String kind() {
        return "flagsmith";
    }

    @Override
    public Delivery deliver(UsageBatch batch, byte[] document) throws InterruptedException {
        List<Parts.Part> posts = new ArrayList<>();
        byEnvironment(batch).forEach((environment, counts) -> posts.add(() -> deliver(environment, counts)));
        return parts.deliver(batch, posts);
    }

    private Delivery deliver(String environment, Map<String, Long> counts) throws InterruptedException {
        String key = upstreams.chosen().key(environment).orElse("");
        if (key.isEmpty()) {
            LOG.log(Level.WARNING, "No key tells the upstream of usage in {0}.", environment);
            return Delivery.REFUSED;
        }
        byte[] body = JsonBytes.object(json -> {
            for (Map.Entry<String, Long> count : counts.entrySet()) {
                json.writeNumberField(count.getKey(), count.getValue());
            }
        });
        return http.post(upstreams.chosen().address() + "/analytics/flags/", Map.of("X-Environment-Key", key), body);
    }

    private static Map<String, Map<String, Long>> byEnvironment(UsageBatch batch) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        for (UsageEntry entry : batch.entries()) {
            counts.computeIfAbsent(entry.environment(), environment -> new TreeMap<>())
                    .merge(entry.flag(), entry.evaluations(), Long::sum);
        }
        return counts;
    }
}
