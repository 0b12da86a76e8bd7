package dev.jackstaff.edge.usage;

import dev.jackstaff.engine.usage.UsageBatch;
import jakarta.enterprise.context.ApplicationScoped;

/** No way at all: above a file there is nobody. */
@ApplicationScoped
class FileUsage implements UsageUpstream {
    @Override
    public String kind() {
        return "file";
    }

    @Override
    public boolean takes() {
        return false;
    }

    @Override
    public Delivery deliver(UsageBatch batch, byte[] document) {
        return Delivery.REFUSED;
    }
}
