package dev.jackstaff.protocols.sync;

import dev.jackstaff.protocols.Freshness;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.PresentedKey;
import dev.jackstaff.protocols.Problem;
import dev.jackstaff.protocols.stream.StreamEndpoint;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Where edges listen to what is new: {@code /api/v1/sync/stream}. */
@Dependent
public class SyncStreams implements StreamEndpoint {
    /** Where the stream is. */
    public static final String PATH = Sync.PATH + "/stream";

    private final LiveEnvironments environments;
    private final Freshness freshness;

    @Inject
    public SyncStreams(LiveEnvironments environments, Freshness freshness) {
        this.environments = environments;
        this.freshness = freshness;
    }

    @Override
    public Optional<Opened> open(Request request) {
        if (!request.path().equals(PATH)) {
            return Optional.empty();
        }
        String key = PresentedKey.in(request.header());
        if (key == null || environments.reach(key).isEmpty()) {
            return Optional.of(new Opened.Answered(Problem.ofKey(key, environments)));
        }
        SyncStream stream =
                new SyncStream(request.header().apply("Last-Event-ID"), () -> environments.reach(key), freshness);
        return Optional.of(new Opened.Listening(stream));
    }
}
