package dev.jackstaff.edge.usage;

import dev.jackstaff.engine.usage.UsageBatch;
import jakarta.enterprise.context.ApplicationScoped;

/** The usage sender of file upstreams, which accepts nothing: a file has no server. */
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
