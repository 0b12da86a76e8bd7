package dev.jackstaff.edge.usage;

import dev.jackstaff.edge.upstream.Upstreams;
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

/**
 * To an Unleash server, as its own edges do: bulk metrics, one environment at a time, in requests below 95 KiB. See
 * {@link Parts}.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
class UnleashUsage implements UsageUpstream {
    private static final String PATH = "/api/client/metrics/bulk";
    private static final Logger LOG = Logger.getLogger(UnleashUsage.class.getName());

    @Inject
    UpstreamHttp http;

    @Inject
    Upstreams upstreams;

    private final Parts parts = new Parts();

    @Override
    public String kind() {
        return "unleash";
    }

    @Override
    public Delivery deliver(UsageBatch batch, byte[] document) throws InterruptedException {
        List<Parts.Part> posts = posts(batch);
        return posts.isEmpty() && batch.evaluations() > 0 ? Delivery.REFUSED : parts.deliver(batch, posts);
    }

    private List<Parts.Part> posts(UsageBatch batch) {
        TreeSet<String> environments = new TreeSet<>();
        batch.entries().stream().map(UsageEntry::environment).forEach(environments::add);
        batch.reports().stream().map(ClientReport::environment).forEach(environments::add);
        List<Parts.Part> posts = new ArrayList<>();
        for (String environment : environments) {
            Optional<String> token = upstreams.chosen().key(environment);
            if (token.isEmpty()) {
                LOG.log(Level.WARNING, "No token tells the upstream of usage in {0}.", environment);
            } else {
                BulkMetrics.of(environment, batch).forEach(body -> posts.add(() -> post(token.get(), body)));
            }
        }
        return posts;
    }

    private Delivery post(String token, byte[] body) throws InterruptedException {
        return http.post(upstreams.chosen().address() + PATH, Map.of(http.tokenHeader(), token), body);
    }
}
