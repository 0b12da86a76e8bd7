package dev.jackstaff.edge.usage;

import dev.jackstaff.edge.usage.UsageSender.DeliveryResult;
import dev.jackstaff.engine.usage.UsageBatch;
import java.util.List;

/**
 * Batches that are sent in several requests, to a server that does not know what it has seen before: what of a batch went through
 * is not sent again while this process lives. For one thread.
 */
final class ResumableDelivery {
    private String currentBatch = "";
    private int sent;

    /** One request, always the same for the same batch. */
    @FunctionalInterface
    interface UsageRequest {
        /** Taken or refused for good; any other end is an exception. */
        DeliveryResult send() throws InterruptedException;
    }

    /** Sends those of a batch that have not been sent; refused where one was, now. */
    DeliveryResult sendRemaining(UsageBatch batch, List<UsageRequest> parts) throws InterruptedException {
        String name = batch.edge() + "/" + batch.sequence();
        if (!name.equals(currentBatch)) {
            currentBatch = name;
            sent = 0;
        }
        DeliveryResult outcome = DeliveryResult.ACCEPTED;
        for (; sent < parts.size(); sent++) {
            if (parts.get(sent).send() == DeliveryResult.REFUSED) {
                outcome = DeliveryResult.REFUSED;
            }
        }
        return outcome;
    }
}
