package dev.jackstaff.edge.usage;

import dev.jackstaff.edge.usage.UsageSender.DeliveryResult;
import dev.jackstaff.engine.usage.UsageBatch;
import java.util.List;

/**
 * The resumable delivery of a batch that needs several requests: requests that succeeded are not sent again in this
 * process. For one thread.
 */
final class ResumableDelivery {
    private String currentBatch = "";
    private int sent;

    /** One request of a batch; always the same for the same batch. */
    @FunctionalInterface
    interface UsageRequest {
        /** Sends the request: accepted or refused for good; any other end is an exception. */
        DeliveryResult send() throws InterruptedException;
    }

    /** Sends the remaining requests of a batch; refused if one of them was refused. */
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
