package dev.jackstaff.protocols.usage;

import dev.jackstaff.engine.usage.UsageBatch;

/** The host's port for usage batches from edges. */
@FunctionalInterface
public interface UsageIntake {
    /** The result of storing a batch. */
    enum IntakeResult {
        /** The batch is stored durably. */
        STORED,
        /** The batch cannot be stored now: the edge keeps it and retries. */
        RETRY_LATER
    }

    /**
     * Stores a batch, unless it is stored already.
     *
     * @param batch contains only environments that the sender's key reaches
     * @param document the same batch in the form that is passed on
     */
    IntakeResult store(UsageBatch batch, byte[] document);
}
