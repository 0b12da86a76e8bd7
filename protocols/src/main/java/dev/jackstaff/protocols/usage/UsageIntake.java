package dev.jackstaff.protocols.usage;

import dev.jackstaff.engine.usage.UsageBatch;

/** Where a host puts the batches that edges send it. A port. */
@FunctionalInterface
public interface UsageIntake {
    /** What became of a batch. */
    enum IntakeResult {
        /** It is where nothing but the loss of a disk can lose it. */
        STORED,
        /** Not now: the edge keeps it and tries again. */
        RETRY_LATER
    }

    /**
     * Takes a batch, or knows it already.
     *
     * @param batch of nothing but what the sender's key opens
     * @param document the same, as it is to be handed on
     */
    IntakeResult store(UsageBatch batch, byte[] document);
}
