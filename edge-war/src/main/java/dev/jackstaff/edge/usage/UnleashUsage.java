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
 * To an Unleash server, as its own edges do: bulk metrics, one environment at a time, in requests below 95 KiB. The server does
 * not know what it has seen before, so what of a batch went through is not sent again while this process lives.
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

    private String current = "";
    private int sent;

    @Override
    public String kind() {
        return "unleash";
    }

    /** A request in the making. */
    @SuppressWarnings("ArrayRecordComponent") // written once
    private record Post(String token, byte[] body) {}

    @Override
    public Delivery deliver(UsageBatch batch, byte[] document) throws InterruptedException {
        String name = batch.edge() + "/" + batch.sequence();
        if (!name.equals(current)) {
            current = name;
            sent = 0;
        }
        List<Post> posts = posts(batch);
        Delivery outcome = posts.isEmpty() && batch.evaluations() > 0 ? Delivery.REFUSED : Delivery.TAKEN;
        for (; sent < posts.size(); sent++) {
            Post post = posts.get(sent);
            if (http.post(upstreams.chosen().address() + PATH, Map.of(http.tokenHeader(), post.token()), post.body())
                    == Delivery.REFUSED) {
                outcome = Delivery.REFUSED;
            }
        }
        return outcome;
    }

    private List<Post> posts(UsageBatch batch) {
        TreeSet<String> environments = new TreeSet<>();
        batch.entries().stream().map(UsageEntry::environment).forEach(environments::add);
        batch.reports().stream().map(ClientReport::environment).forEach(environments::add);
        List<Post> posts = new ArrayList<>();
        for (String environment : environments) {
            Optional<String> token = upstreams.chosen().key(environment);
            if (token.isEmpty()) {
                LOG.log(Level.WARNING, "No token tells the upstream of usage in {0}.", environment);
            } else {
                BulkMetrics.of(environment, batch).forEach(body -> posts.add(new Post(token.get(), body)));
            }
        }
        return posts;
    }
}
