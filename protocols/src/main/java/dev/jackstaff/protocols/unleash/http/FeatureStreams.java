package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.protocols.Environments;
import dev.jackstaff.protocols.PresentedKey;
import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.ServedEnvironment;
import dev.jackstaff.protocols.stream.EnvironmentStream;
import dev.jackstaff.protocols.stream.EventStream;
import dev.jackstaff.protocols.stream.StreamEndpoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where SDKs that evaluate by themselves listen for changes: {@code /api/client/streaming}. */
@ApplicationScoped
public class FeatureStreams implements StreamEndpoint {
    private static final String PATH = "/api/client/streaming";
    /** Half of what the SDKs wait for. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final Gate gate;

    @Inject
    public FeatureStreams(Environments environments) {
        this.gate = new Gate(environments, Credential.Kind.SERVER);
    }

    /** For the container's proxy only. */
    protected FeatureStreams() {
        this(key -> {
            throw new IllegalStateException("a proxy has no environments");
        });
    }

    @Override
    public Optional<Opened> open(Request request) {
        if (!isStream(request.path())) {
            return Optional.empty();
        }
        String key = PresentedKey.in(request.header());
        var listening = new Object() {
            @Nullable
            EventStream stream;
        };
        Reply refusal = gate.enter(key, granted -> {
            FeaturesView.require(granted.environment());
            listening.stream = new Listening(
                    key,
                    granted.environment().snapshot().key(),
                    DeltaView.Known.of(
                            Revision.in(request.header().apply("Last-Event-ID")),
                            request.parameter().apply("namePrefix")));
            return Reply.empty(Reply.OK);
        });
        EventStream stream = listening.stream;
        return Optional.of(stream == null ? new Opened.Answered(refusal) : new Opened.Listening(stream));
    }

    @Override
    public Optional<Reply> failure(String path, int status, String reason) {
        return isStream(path) ? Optional.of(Gate.failure(status, reason)) : Optional.empty();
    }

    /** Whether a path is this one, but for runs of slashes and one at the end. */
    private static boolean isStream(String path) {
        if (!path.contains("streaming")) {
            return false;
        }
        StringBuilder single = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) != '/' || (i + 1 < path.length() && path.charAt(i + 1) != '/')) {
                single.append(path.charAt(i));
            }
        }
        return PATH.contentEquals(single);
    }

    /** One client that listens. */
    private final class Listening extends EnvironmentStream {
        private final @Nullable String key;
        private DeltaView.Known known;
        private volatile boolean sayable = true;

        Listening(@Nullable String key, String environment, DeltaView.Known known) {
            super(environment);
            this.key = key;
            this.known = known;
        }

        @Override
        public byte[] opening(ServedEnvironment now) {
            byte[] message = DeltaView.of(now).opening(known);
            known = new DeltaView.Known(now.revision(), known.prefix());
            return message;
        }

        @Override
        public byte[] news(ServedEnvironment now) {
            if (!FeaturesView.of(now).sayable()) {
                sayable = false;
                return new byte[0];
            }
            byte[] message = DeltaView.of(now).message(known);
            known = new DeltaView.Known(now.revision(), known.prefix());
            return message;
        }

        @Override
        public byte[] heartbeat() {
            return HEARTBEAT.clone();
        }

        @Override
        public Duration patience() {
            return PATIENCE;
        }

        @Override
        public boolean admitted() {
            return sayable && gate.stillOpens(key, environment());
        }
    }
}
