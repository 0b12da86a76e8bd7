package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.protocols.environment.EnvironmentAccess;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.http.PresentedKey;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.stream.EnvironmentStream;
import dev.jackstaff.protocols.stream.EventStream;
import dev.jackstaff.protocols.stream.StreamEndpoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The endpoint of the stream of changes, {@code /api/client/streaming}, for SDKs that evaluate locally. */
@ApplicationScoped
public class FeatureStreamEndpoint implements StreamEndpoint {
    private static final String PATH = "/api/client/streaming";
    /** The heartbeat interval: half the timeout of the SDKs. */
    private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(25);

    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final UnleashAccess access;

    @Inject
    public FeatureStreamEndpoint(EnvironmentAccess environments) {
        this.access = new UnleashAccess(environments, Credential.Kind.SERVER);
    }

    /** For the CDI proxy only. */
    protected FeatureStreamEndpoint() {
        this(key -> {
            throw new IllegalStateException("a proxy has no environments");
        });
    }

    @Override
    public Optional<OpenResult> open(Request request) {
        if (!isStream(request.path())) {
            return Optional.empty();
        }
        String key = PresentedKey.in(request.header());
        var listening = new Object() {
            @Nullable
            EventStream stream;
        };
        Reply refusal = access.answerIfGranted(key, granted -> {
            FeaturesView.require(granted.environment());
            listening.stream = new FeatureStream(
                    key,
                    granted.environment().snapshot().key(),
                    DeltaView.ClientState.of(
                            RevisionTag.parse(request.header().apply(HeaderNames.LAST_EVENT_ID)),
                            request.parameter().apply("namePrefix")));
            return Reply.empty(Reply.OK);
        });
        EventStream stream = listening.stream;
        return Optional.of(stream == null ? new OpenResult.Rejected(refusal) : new OpenResult.Accepted(stream));
    }

    @Override
    public Optional<Reply> failure(String path, int status, String reason) {
        return isStream(path) ? Optional.of(UnleashAccess.failure(status, reason)) : Optional.empty();
    }

    /** Whether a path is that of the stream; repeated slashes and a trailing one are allowed. */
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

    /** The stream of one client. */
    private final class FeatureStream extends EnvironmentStream {
        private final @Nullable String key;
        private DeltaView.ClientState known;
        private volatile boolean exportable = true;

        FeatureStream(@Nullable String key, String environment, DeltaView.ClientState known) {
            super(environment);
            this.key = key;
            this.known = known;
        }

        @Override
        public byte[] initialEvents(ServedEnvironment now) {
            byte[] message = DeltaView.of(now).initialMessage(known);
            known = new DeltaView.ClientState(now.revision(), known.prefix());
            return message;
        }

        @Override
        public byte[] update(ServedEnvironment now) {
            if (!FeaturesView.of(now).isExportable()) {
                exportable = false;
                return new byte[0];
            }
            byte[] message = DeltaView.of(now).message(known);
            known = new DeltaView.ClientState(now.revision(), known.prefix());
            return message;
        }

        @Override
        public byte[] heartbeat() {
            return HEARTBEAT.clone();
        }

        @Override
        public Duration heartbeatInterval() {
            return HEARTBEAT_INTERVAL;
        }

        @Override
        public boolean isAdmitted() {
            return exportable && access.stillOpens(key, environment());
        }
    }
}
