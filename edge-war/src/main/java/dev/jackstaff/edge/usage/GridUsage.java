package dev.jackstaff.edge.usage;

import dev.jackstaff.edge.upstream.grid.GridMaps;
import dev.jackstaff.engine.usage.UsageBatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * To the hub, through the data grid: the batch is put into a map, and is ours until the hub acknowledges in another map that it
 * is in the database.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the field
class GridUsage implements UsageUpstream {
    private static final String USAGE = "jackstaff.usage";
    private static final String ACKNOWLEDGED = "jackstaff.usage.acknowledged";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(20);

    @Inject
    GridMaps grid;

    @Override
    public String kind() {
        return "grid";
    }

    @Override
    public Delivery deliver(UsageBatch batch, byte[] document) throws InterruptedException {
        String key = batch.edge() + "/" + batch.sequence();
        if (!grid.put(USAGE, key, document, LIFE)) {
            throw new IllegalStateException("no hub is in the data grid");
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - end < 0) {
            Object acknowledgement = grid.remove(ACKNOWLEDGED, key);
            if (acknowledgement != null) {
                return acknowledgement.equals("taken") ? Delivery.TAKEN : Delivery.REFUSED;
            }
            Thread.sleep(LOOK.toMillis());
        }
        throw new IllegalStateException("the hub does not acknowledge usage");
    }
}
