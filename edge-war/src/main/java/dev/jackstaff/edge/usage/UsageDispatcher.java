package dev.jackstaff.edge.usage;

import dev.jackstaff.background.Outage;
import dev.jackstaff.edge.retry.Backoff;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.edge.usage.UsageQueue.QueuedBatch;
import dev.jackstaff.edge.usage.UsageSender.DeliveryResult;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageBatchCodec;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The dispatcher of the queued batches: the oldest first, each until it is accepted or refused. A batch that waits for
 * a key holds up no other; it is tried again later. For one thread.
 */
final class UsageDispatcher {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
    private static final Logger LOG = Logger.getLogger(UsageDispatcher.class.getName());

    private final UsageQueue queue;
    private final UsageSender sender;
    private final UpstreamErrors errors;
    private final Outage outage = new Outage(LOG, "Sending usage");
    private final LongSupplier nanoTime;
    private int consecutiveFailures;

    /** The number of the last batch that waits for a key, and when those are tried again. */
    private long lastWaiting = UsageQueue.NONE;

    private long waitingUntil;
    private int waitingRounds;

    UsageDispatcher(UsageQueue queue, UsageSender sender, UpstreamErrors errors, LongSupplier nanoTime) {
        this.queue = queue;
        this.sender = sender;
        this.errors = errors;
        this.nanoTime = nanoTime;
    }

    /** Sends the oldest batch; returns the delay until the next. */
    Duration send() throws InterruptedException {
        if (lastWaiting != UsageQueue.NONE && nanoTime.getAsLong() - waitingUntil >= 0) {
            lastWaiting = UsageQueue.NONE;
        }
        QueuedBatch first = queue.peekAfter(lastWaiting);
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
            errors.record(UpstreamErrors.ErrorKind.USAGE);
            return BACKOFF.delay(++consecutiveFailures);
        } finally {
            queue.putBack();
        }
    }

    private Duration delayAfter(QueuedBatch batch, DeliveryResult delivery) {
        switch (delivery.outcome()) {
            case ACCEPTED -> {
                queue.remove(batch);
                consecutiveFailures = 0;
                waitingRounds = 0;
                outage.recordSuccess();
            }
            case REFUSED -> {
                errors.record(UpstreamErrors.ErrorKind.USAGE);
                queue.discard(batch);
            }
            case INCOMPLETE -> {
                delivery.remainder().ifPresent(remainder -> store(batch, remainder));
                if (lastWaiting == UsageQueue.NONE) {
                    waitingUntil = nanoTime.getAsLong()
                            + BACKOFF.delay(++waitingRounds).toNanos();
                }
                lastWaiting = batch.number();
            }
        }
        return Duration.ZERO;
    }

    private void store(QueuedBatch batch, UsageBatch remainder) {
        if (remainder.evaluations() < batch.evaluations()) {
            queue.replace(batch, UsageBatchCodec.write(remainder), remainder.evaluations());
        }
    }
}
