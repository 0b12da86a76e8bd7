package dev.jackstaff.edge.usage;

import dev.jackstaff.engine.usage.UsageBatch;
import jakarta.enterprise.context.ApplicationScoped;

/** No way at all: above a file there is nobody. */
@ApplicationScoped
class FileUsageSender implements UsageSender {
    @Override
    public String kind() {
        return "file";
    }

    @Override
    public boolean acceptsUsage() {
        return false;
    }

    @Override
    public DeliveryResult send(UsageBatch batch, byte[] document) {
        return DeliveryResult.REFUSED;
    }
}
