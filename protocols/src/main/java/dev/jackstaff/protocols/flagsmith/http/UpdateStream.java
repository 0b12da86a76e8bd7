package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.protocols.ServedEnvironment;
import dev.jackstaff.protocols.stream.EnvironmentStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells a client when its environment changed last, at once and after each change. A client whose flags are older asks for
 * them again; it knows that from the {@code X-Flagsmith-Document-Updated-At} of its answers, which is the same number.
 */
final class UpdateStream extends EnvironmentStream {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final byte[] NOTHING = {};
    private static final byte[] HEARTBEAT = bytes(":\n\n");
    private static final byte[] OPENING = bytes("retry: 2000\n:\n\n");

    private final @Nullable String latest;
    private final BooleanSupplier admitted;
    private long told = -1;

    /**
     * A stream.
     *
     * @param latest the id of the last event that the client had; null where it has had none
     */
    UpdateStream(String environment, @Nullable String latest, BooleanSupplier admitted) {
        super(environment);
        this.latest = latest;
        this.admitted = admitted;
    }

    /** A change may have come between the client's request for flags and this. */
    @Override
    public byte[] opening(ServedEnvironment now) {
        if (Update.of(now).id().equals(latest)) {
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
        return Update.of(now).event();
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

    /**
     * The event of a revision.
     *
     * @param id another where the environment was made anew, whatever its revision
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, and changed by nobody
    private record Update(String id, byte[] event) {
        static Update of(ServedEnvironment served) {
            return served.view(Update.class, Update::written);
        }

        private static Update written(ServedEnvironment served) {
            String id = served.snapshot().environmentId() + ":" + served.revision();
            String seconds = ServedFeatures.of(served).updatedAt();
            return new Update(
                    id,
                    bytes("id: " + id + "\nevent: environment_updated\ndata: {\"updated_at\":" + seconds + "}\n\n"));
        }
    }
}
