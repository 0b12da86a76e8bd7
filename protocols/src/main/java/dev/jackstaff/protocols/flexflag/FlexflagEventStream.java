package dev.jackstaff.protocols.flexflag;

import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.stream.EnvironmentStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The server-sent events of one edge server: {@code data} lines only, because FlexFlag has neither ids nor replay. It
 * begins with the full state, so that nothing is lost between the server's first request and this connection.
 */
final class FlexflagEventStream extends EnvironmentStream {
    private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private final FlexflagServerRegistry.Server server;
    private final BooleanSupplier admitted;
    private @Nullable Snapshot known;

    FlexflagEventStream(FlexflagServerRegistry.Server server, BooleanSupplier admitted) {
        super(server.environmentKey());
        this.server = server;
        this.admitted = admitted;
    }

    @Override
    public byte[] initialEvents(ServedEnvironment now) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        frame(bytes, server.greeting());
        bytes.writeBytes(update(now));
        return bytes.toByteArray();
    }

    @Override
    public byte[] update(ServedEnvironment now) {
        List<byte[]> changes = FlexflagSyncDocuments.changes(known, now.snapshotForListing());
        known = now.snapshotForListing();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        changes.forEach(change -> frame(bytes, change));
        return bytes.toByteArray();
    }

    @Override
    public byte[] heartbeat() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        frame(bytes, server.ping());
        return bytes.toByteArray();
    }

    @Override
    public Duration heartbeatInterval() {
        return Duration.ofSeconds(30);
    }

    @Override
    public boolean isAdmitted() {
        server.markSeen();
        return admitted.getAsBoolean();
    }

    private static void frame(ByteArrayOutputStream bytes, byte[] message) {
        bytes.writeBytes(DATA);
        bytes.writeBytes(message);
        bytes.writeBytes(END);
    }
}
