package dev.jackstaff.edge.usage;

import dev.jackstaff.engine.usage.UsageBatch;

/** A way for usage: one of the beans of this type, by the kind of upstream that the edge has. */
public interface UsageSender {
    /** What became of a batch. */
    enum DeliveryResult {
        /** It is no longer ours to keep. */
        ACCEPTED,
        /** It will never be taken. */
        REFUSED,
        /** It has to be sent again. */
        RETRY_LATER
    }

    /** What {@code jackstaff.edge.upstream.kind} calls it. */
    String kind();

    /** Whether it takes anything at all; what is counted otherwise stays in this process. */
    default boolean acceptsUsage() {
        return true;
    }

    /**
     * Sends a batch, which may have been sent before. Called by one thread, which may be kept for some seconds.
     *
     * @param document the batch as it is to arrive
     */
    DeliveryResult send(UsageBatch batch, byte[] document) throws InterruptedException;
}
