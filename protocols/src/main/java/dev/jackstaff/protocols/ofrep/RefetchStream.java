package dev.jackstaff.protocols.ofrep;

import dev.jackstaff.protocols.ServedEnvironment;
import dev.jackstaff.protocols.stream.EnvironmentStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Tells a provider to ask again, once for each revision it may not have seen. */
final class RefetchStream extends EnvironmentStream {
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final byte[] NOTHING = {};
    private static final byte[] HEARTBEAT = bytes(":\n\n");
    private static final byte[] OPENING = bytes("retry: 2000\n:\n\n");

    private final @Nullable String latest;
    private final BooleanSupplier admitted;
    private long told;

    /**
     * A stream.
     *
     * @param latest the id of the last event that the client had; null where it has had none
     */
    RefetchStream(String environment, @Nullable String latest, BooleanSupplier admitted) {
        super(environment);
        this.latest = latest;
        this.admitted = admitted;
    }

    /** A change may have come between the client's bulk request and this. */
    @Override
    public byte[] opening(ServedEnvironment now) {
        if (Long.toString(now.revision()).equals(latest)) {
            told = now.revision();
            return OPENING;
        }
        byte[] news = news(now);
        byte[] opening = new byte[OPENING.length + news.length];
        System.arraycopy(OPENING, 0, opening, 0, OPENING.length);
        System.arraycopy(news, 0, opening, OPENING.length, news.length);
        return opening;
    }

    @Override
    public byte[] news(ServedEnvironment now) {
        if (now.revision() == told) {
            return NOTHING;
        }
        told = now.revision();
        return now.view(Event.class, Event::of).bytes();
    }

    @Override
    public byte[] heartbeat() {
        return HEARTBEAT;
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public boolean admitted() {
        return admitted.getAsBoolean();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The event of a revision. Its tag is the revision's, which the client sends back with its next request. */
    @SuppressWarnings("ArrayRecordComponent") // written once, and changed by nobody
    private record Event(byte[] bytes) {
        static Event of(ServedEnvironment served) {
            long revision = served.revision();
            long changed = served.snapshot().changedAt().getEpochSecond();
            return new Event(
                    RefetchStream.bytes("id: " + revision + "\nevent: message\ndata: {\"type\":\"refetchEvaluation\","
                            + "\"etag\":\"\\\"" + revision + "\\\"\",\"lastModified\":" + changed + "}\n\n"));
        }
    }
}
