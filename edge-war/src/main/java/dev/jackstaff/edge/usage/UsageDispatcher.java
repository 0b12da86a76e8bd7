package dev.jackstaff.edge.usage;

import dev.jackstaff.edge.retry.Backoff;
import dev.jackstaff.edge.retry.Outage;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.edge.usage.UsageQueue.QueuedBatch;
import dev.jackstaff.edge.usage.UsageSender.DeliveryResult;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.usage.UsageBatchCodec;
import java.io.IOException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The dispatcher of the queued batches: the oldest first, each until it is accepted or refused. For one thread. */
final class UsageDispatcher {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
    private static final Logger LOG = Logger.getLogger(UsageDispatcher.class.getName());

    private final UsageQueue queue;
    private final UsageSender sender;
    private final UpstreamErrors failures;
    private final Outage delivering = new Outage(LOG, "Sending usage");
    private int inARow;

    UsageDispatcher(UsageQueue queue, UsageSender sender, UpstreamErrors failures) {
        this.queue = queue;
        this.sender = sender;
        this.failures = failures;
    }

    /** Sends the oldest batch; returns the delay until the next. */
    Duration send() throws InterruptedException {
        QueuedBatch first = queue.peek();
        if (first == null) {
            return POLL_INTERVAL;
        }
        try {
            byte[] document = queue.read(first);
            return settled(first, sender.send(UsageBatchCodec.read(document), document));
        } catch (IOException | DocumentException unreadable) {
            LOG.log(Level.SEVERE, "A queued batch of usage cannot be read; it is dropped.", unreadable);
            queue.discard(first);
            return Duration.ZERO;
        } catch (RuntimeException unavailable) {
            delivering.recordFailure("the batch stays queued", unavailable);
            return settled(first, DeliveryResult.RETRY_LATER);
        } finally {
            queue.putBack();
        }
    }

    private Duration settled(QueuedBatch batch, DeliveryResult delivery) {
        switch (delivery) {
            case ACCEPTED -> {
                queue.remove(batch);
                inARow = 0;
                delivering.recordSuccess();
                return Duration.ZERO;
            }
            case REFUSED -> {
                failures.record(UpstreamErrors.ErrorKind.USAGE);
                queue.discard(batch);
                return Duration.ZERO;
            }
            default -> {
                failures.record(UpstreamErrors.ErrorKind.USAGE);
                return BACKOFF.delay(++inARow);
            }
        }
    }
}
