package dev.jackstaff.edge.usage;

import dev.jackstaff.edge.usage.UsageSender.DeliveryResult;
import dev.jackstaff.engine.usage.UsageBatch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The resumable delivery of a batch that needs several requests: requests that succeeded are not sent again in this
 * process. For one thread.
 */
final class ResumableDelivery {
    private String currentBatch = "";
    private final Set<String> sent = new HashSet<>();

    /** One request of a batch, with a name of its own; always the same for the same batch. */
    record UsageRequest(String name, RequestSender sender) {}

    /** A sender of one request. */
    @FunctionalInterface
    interface RequestSender {
        /** Sends the request: accepted or refused for good; any other end is an exception. */
        DeliveryResult send() throws InterruptedException;
    }

    /** Sends the remaining requests of a batch; refused if one of them was refused. */
    DeliveryResult sendRemaining(UsageBatch batch, List<UsageRequest> requests) throws InterruptedException {
        String name = batch.edge() + "/" + batch.sequence();
        if (!name.equals(currentBatch)) {
            currentBatch = name;
            sent.clear();
        }
        DeliveryResult outcome = DeliveryResult.ACCEPTED;
        for (UsageRequest request : requests) {
            if (!sent.contains(request.name())) {
                if (request.sender().send().equals(DeliveryResult.REFUSED)) {
                    outcome = DeliveryResult.REFUSED;
                }
                sent.add(request.name());
            }
        }
        return outcome;
    }
}
