package dev.jackstaff.edge.usage;

import dev.jackstaff.edge.upstream.UpstreamSelector;
import dev.jackstaff.engine.usage.ClientReport;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The usage sender to an Unleash server: bulk metrics in requests below 95 KiB, by environment. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
class UnleashUsageSender implements UsageSender {
    private static final String PATH = "/api/client/metrics/bulk";
    private static final Logger LOG = Logger.getLogger(UnleashUsageSender.class.getName());

    @Inject
    UpstreamPostClient http;

    @Inject
    UpstreamSelector upstreamSelector;

    private final ResumableDelivery delivery = new ResumableDelivery();

    @Override
    public String kind() {
        return "unleash";
    }

    @Override
    public DeliveryResult send(UsageBatch batch, byte[] document) throws InterruptedException {
        List<ResumableDelivery.UsageRequest> requests = requests(batch);
        return requests.isEmpty() && batch.evaluations() > 0
                ? DeliveryResult.REFUSED
                : delivery.sendRemaining(batch, requests);
    }

    private List<ResumableDelivery.UsageRequest> requests(UsageBatch batch) {
        TreeSet<String> environments = new TreeSet<>();
        batch.entries().stream().map(UsageEntry::environment).forEach(environments::add);
        batch.reports().stream().map(ClientReport::environment).forEach(environments::add);
        List<ResumableDelivery.UsageRequest> requests = new ArrayList<>();
        for (String environment : environments) {
            Optional<String> token = upstreamSelector.selected().usageKey(environment);
            if (token.isEmpty()) {
                LOG.log(Level.WARNING, "Usage of {0} is dropped: there is no token for it.", environment);
            } else {
                UnleashBulkMetrics.of(environment, batch).forEach(body -> requests.add(() -> post(token.get(), body)));
            }
        }
        return requests;
    }

    private DeliveryResult post(String token, byte[] body) throws InterruptedException {
        return http.post(upstreamSelector.selected().address() + PATH, Map.of(http.tokenHeader(), token), body);
    }
}
