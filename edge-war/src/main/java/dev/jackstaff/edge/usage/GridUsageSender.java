package dev.jackstaff.edge.usage;

import dev.jackstaff.edge.upstream.grid.GridMaps;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.grid.GridNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The usage sender through the data grid. A batch is put into a map and stays queued until the hub acknowledges in
 * another map that it is in the database.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the field
class GridUsageSender implements UsageSender {
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(10);
    private static final Duration ACKNOWLEDGEMENT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    @Inject
    GridMaps grid;

    @Override
    public String kind() {
        return "grid";
    }

    @Override
    public DeliveryResult send(UsageBatch batch, byte[] document) throws InterruptedException {
        String key = batch.edge() + "/" + batch.sequence();
        if (!grid.put(GridNames.USAGE, key, document, TIME_TO_LIVE)) {
            throw new IllegalStateException("no hub is in the data grid");
        }
        long end = System.nanoTime() + ACKNOWLEDGEMENT_TIMEOUT.toNanos();
        while (System.nanoTime() - end < 0) {
            byte[] acknowledgement = grid.remove(GridNames.USAGE_ACKNOWLEDGEMENTS, key);
            if (acknowledgement != null) {
                String result = new String(acknowledgement, StandardCharsets.UTF_8);
                return result.equals(GridNames.ACCEPTED) ? DeliveryResult.ACCEPTED : DeliveryResult.REFUSED;
            }
            Thread.sleep(POLL_INTERVAL.toMillis());
        }
        throw new IllegalStateException(
                "the hub does not acknowledge usage within " + ACKNOWLEDGEMENT_TIMEOUT.toSeconds() + " s");
    }
}
