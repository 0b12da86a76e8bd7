package dev.jackstaff.edge.usage;

import dev.jackstaff.engine.usage.UsageBatch;

/** A sender of usage, chosen by the kind of upstream among the beans of this type. */
public interface UsageSender {
    /** The result of a delivery. */
    enum DeliveryResult {
        /** The batch is stored upstream. */
        ACCEPTED,
        /** The batch will never be accepted. */
        REFUSED,
        /** The batch must be sent again. */
        RETRY_LATER
    }

    /** The sender's value of {@code jackstaff.edge.upstream.kind}. */
    String kind();

    /** Whether the upstream accepts usage at all; otherwise usage is only counted here. */
    default boolean acceptsUsage() {
        return true;
    }

    /**
     * Sends a batch, possibly again. Called on one thread; may block for some seconds.
     *
     * @param document the batch as JSON
     */
    DeliveryResult send(UsageBatch batch, byte[] document) throws InterruptedException;
}
