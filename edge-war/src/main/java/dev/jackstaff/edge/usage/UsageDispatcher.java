package dev.jackstaff.edge.usage;

import dev.jackstaff.background.Outage;
import dev.jackstaff.edge.retry.Backoff;
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
    private final UpstreamErrors errors;
    private final Outage outage = new Outage(LOG, "Sending usage");
    private int consecutiveFailures;

    UsageDispatcher(UsageQueue queue, UsageSender sender, UpstreamErrors errors) {
        this.queue = queue;
        this.sender = sender;
        this.errors = errors;
    }

    /** Sends the oldest batch; returns the delay until the next. */
    Duration send() throws InterruptedException {
        QueuedBatch first = queue.peek();
        if (first == null) {
            return POLL_INTERVAL;
        }
        try {
            byte[] document = queue.read(first);
            return delayAfter(first, sender.send(UsageBatchCodec.read(document), document));
        } catch (IOException | DocumentException unreadable) {
            LOG.log(Level.SEVERE, "A queued batch of usage cannot be read; it is dropped.", unreadable);
            queue.discard(first);
            return Duration.ZERO;
        } catch (RuntimeException unavailable) {
            outage.recordFailure("the batch stays queued", unavailable);
            return delayAfter(first, DeliveryResult.RETRY_LATER);
        } finally {
            queue.putBack();
        }
    }

    private Duration delayAfter(QueuedBatch batch, DeliveryResult delivery) {
        switch (delivery) {
            case ACCEPTED -> {
                queue.remove(batch);
                consecutiveFailures = 0;
                outage.recordSuccess();
                return Duration.ZERO;
            }
            case REFUSED -> {
                errors.record(UpstreamErrors.ErrorKind.USAGE);
                queue.discard(batch);
                return Duration.ZERO;
            }
            default -> {
                errors.record(UpstreamErrors.ErrorKind.USAGE);
                return BACKOFF.delay(++consecutiveFailures);
            }
        }
    }
}
