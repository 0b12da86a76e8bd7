package dev.jackstaff.edge.usage;

import dev.jackstaff.engine.usage.UsageBatch;

/** A way for usage: one of the beans of this type, by the kind of upstream that the edge has. */
public interface UsageUpstream {
    /** What became of a batch. */
    enum Delivery {
        /** It is no longer ours to keep. */
        TAKEN,
        /** It will never be taken. */
        REFUSED,
        /** It has to be sent again. */
        LATER
    }

    /** What {@code jackstaff.edge.upstream.kind} calls it. */
    String kind();

    /** Whether it takes anything at all; what is counted otherwise stays in this process. */
    default boolean takes() {
        return true;
    }

    /**
     * Sends a batch, which may have been sent before. Called by one thread, which may be kept for some seconds.
     *
     * @param document the batch as it is to arrive
     */
    Delivery deliver(UsageBatch batch, byte[] document) throws InterruptedException;
}
