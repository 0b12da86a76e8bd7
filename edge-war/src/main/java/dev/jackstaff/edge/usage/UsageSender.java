package dev.jackstaff.edge.usage;

import dev.jackstaff.engine.usage.UsageBatch;
import java.util.Optional;

/** A sender of usage, chosen by the kind of upstream among the beans of this type. */
public interface UsageSender {
    /**
     * The result of a delivery; a delivery that must be repeated whole ends with an exception.
     *
     * @param remainder the part that is not delivered because what it needs is not known yet; empty unless incomplete
     */
    record DeliveryResult(Outcome outcome, Optional<UsageBatch> remainder) {
        /** The batch is stored upstream. */
        public static final DeliveryResult ACCEPTED = new DeliveryResult(Outcome.ACCEPTED, Optional.empty());

        /** The batch will never be accepted. */
        public static final DeliveryResult REFUSED = new DeliveryResult(Outcome.REFUSED, Optional.empty());

        /** The kind of a result. */
        enum Outcome {
            ACCEPTED,
            REFUSED,
            INCOMPLETE
        }

        /** All but the remainder is stored upstream. */
        static DeliveryResult incomplete(UsageBatch remainder) {
            return new DeliveryResult(Outcome.INCOMPLETE, Optional.of(remainder));
        }
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
