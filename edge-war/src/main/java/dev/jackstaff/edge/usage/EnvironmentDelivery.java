package dev.jackstaff.edge.usage;

import dev.jackstaff.edge.upstream.Upstream;
import dev.jackstaff.edge.usage.UsageSender.DeliveryResult;
import dev.jackstaff.engine.usage.ClientReport;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The delivery of batches to a system that wants requests of its own form for each environment, with a key of that
 * environment. See {@link ResumableDelivery}.
 */
final class EnvironmentDelivery {
    private static final Logger LOG = Logger.getLogger(EnvironmentDelivery.class.getName());

    private final Format format;
    private final Poster poster;
    private final ResumableDelivery delivery = new ResumableDelivery();

    EnvironmentDelivery(Format format, Poster poster) {
        this.format = format;
        this.poster = poster;
    }

    /** The form of a system's requests. */
    @FunctionalInterface
    interface Format {
        /** The bodies about one environment; always the same for the same batch. */
        List<byte[]> bodies(String environment, UsageBatch batch);
    }

    /** A sender of one request. */
    @FunctionalInterface
    interface Poster {
        DeliveryResult post(String key, byte[] body) throws InterruptedException;
    }

    /**
     * Sends a batch; refused if a part is, or if there will be no key for anything in it. What has no key yet is the
     * remainder of the delivery.
     */
    DeliveryResult send(UsageBatch batch, Upstream upstream) throws InterruptedException {
        List<ResumableDelivery.UsageRequest> requests = new ArrayList<>();
        Set<String> waiting = new HashSet<>();
        for (String environment : environments(batch)) {
            Optional<String> key = upstream.usageKey(environment);
            if (key.isPresent()) {
                requests.addAll(requests(environment, batch, key.get()));
            } else if (upstream.learnsUsageKeys()) {
                waiting.add(environment);
            } else {
                LOG.log(Level.WARNING, "Usage of {0} is dropped: there is no key for it.", environment);
            }
        }
        if (requests.isEmpty() && waiting.isEmpty() && !batch.entries().isEmpty()) {
            return DeliveryResult.REFUSED;
        }
        DeliveryResult result = delivery.sendRemaining(batch, requests);
        return waiting.isEmpty() ? result : DeliveryResult.incomplete(batch.only(waiting::contains));
    }

    private List<ResumableDelivery.UsageRequest> requests(String environment, UsageBatch batch, String key) {
        List<ResumableDelivery.UsageRequest> requests = new ArrayList<>();
        for (byte[] body : format.bodies(environment, batch)) {
            requests.add(new ResumableDelivery.UsageRequest(
                    environment + ' ' + requests.size(), () -> poster.post(key, body)));
        }
        return requests;
    }

    private static Set<String> environments(UsageBatch batch) {
        Set<String> environments = new TreeSet<>();
        batch.entries().stream().map(UsageEntry::environment).forEach(environments::add);
        batch.reports().stream().map(ClientReport::environment).forEach(environments::add);
        return environments;
    }
}
