package dev.jackstaff.protocols.usage;

import dev.jackstaff.engine.usage.UsageBatch;
import java.util.Set;

/** Where a host puts the batches that edges send it. A port. */
@FunctionalInterface
public interface UsageIntake {
    /** What became of a batch. */
    enum Outcome {
        /** It is where nothing but the loss of a disk can lose it. */
        TAKEN,
        /** Not now: the edge keeps it and tries again. */
        LATER
    }

    /**
     * Takes a batch, or knows it already.
     *
     * @param document the batch as it arrived
     * @param reach the environments that the sender's key opens, {@code project/environment}
     */
    Outcome take(UsageBatch batch, byte[] document, Set<String> reach);
}
