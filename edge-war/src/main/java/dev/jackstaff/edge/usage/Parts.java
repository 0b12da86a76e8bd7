package dev.jackstaff.edge.usage;

import dev.jackstaff.edge.usage.UsageUpstream.Delivery;
import dev.jackstaff.engine.usage.UsageBatch;
import java.util.List;

/**
 * Batches that are sent in several requests, to a server that does not know what it has seen before: what of a batch went through
 * is not sent again while this process lives. For one thread.
 */
final class Parts {
    private String current = "";
    private int sent;

    /** One request, always the same for the same batch. */
    @FunctionalInterface
    interface Part {
        /** Taken or refused for good; any other end is an exception. */
        Delivery send() throws InterruptedException;
    }

    /** Sends those of a batch that have not been sent; refused where one was, now. */
    Delivery deliver(UsageBatch batch, List<Part> parts) throws InterruptedException {
        String name = batch.edge() + "/" + batch.sequence();
        if (!name.equals(current)) {
            current = name;
            sent = 0;
        }
        Delivery outcome = Delivery.TAKEN;
        for (; sent < parts.size(); sent++) {
            if (parts.get(sent).send() == Delivery.REFUSED) {
                outcome = Delivery.REFUSED;
            }
        }
        return outcome;
    }
}
