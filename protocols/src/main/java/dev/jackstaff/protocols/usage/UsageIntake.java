package dev.jackstaff.protocols.usage;

import dev.jackstaff.engine.usage.UsageBatch;

/** The host's port for usage batches from edges. A port. */
@FunctionalInterface
public interface UsageIntake {
    /** What became of a batch. */
    enum IntakeResult {
        /** Stored durably. */
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
