package dev.jackstaff.protocols.stream;

import dev.jackstaff.protocols.environment.LiveEnvironments;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A stream of one environment that numbers its events. */
final class NumberedStream implements EventStream {
    static final String ENVIRONMENT = "demo/production";

    private final AtomicInteger news = new AtomicInteger();
    volatile boolean admitted = true;
    volatile boolean failing;

    /** The number of events sent. */
    int count() {
        return news.get();
    }

    @Override
    public boolean concerns(String environment) {
        return environment.equals(ENVIRONMENT);
    }

    @Override
    public byte[] initialEvents(LiveEnvironments now) {
        return bytes("open;");
    }

    @Override
    public byte[] update(LiveEnvironments now) {
        if (failing) {
            throw new NoClassDefFoundError("of the test");
        }
        return bytes(news.incrementAndGet() + ";");
    }

    @Override
    public byte[] heartbeat(LiveEnvironments now) {
        return bytes(":");
    }

    @Override
    public Duration heartbeatInterval() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean isAdmitted() {
        return admitted;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
