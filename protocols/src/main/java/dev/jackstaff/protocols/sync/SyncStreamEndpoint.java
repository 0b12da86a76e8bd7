package dev.jackstaff.protocols.sync;

import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.http.PresentedKey;
import dev.jackstaff.protocols.http.ProblemReply;
import dev.jackstaff.protocols.stream.StreamEndpoint;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** The endpoint of the sync stream, {@code /api/v1/sync/stream}. */
@Dependent
public class SyncStreamEndpoint implements StreamEndpoint {
    /** The path of the stream. */
    public static final String PATH = SyncHandler.PATH + "/stream";

    private final LiveEnvironments environments;
    private final Freshness freshness;

    @Inject
    public SyncStreamEndpoint(LiveEnvironments environments, Freshness freshness) {
        this.environments = environments;
        this.freshness = freshness;
    }

    @Override
    public Optional<OpenResult> open(Request request) {
        if (!request.path().equals(PATH)) {
            return Optional.empty();
        }
        String key = PresentedKey.in(request.header());
        if (key == null || environments.reach(key).isEmpty()) {
            return Optional.of(new OpenResult.Rejected(ProblemReply.ofUnknownKey(key, environments)));
        }
        SyncStream stream = new SyncStream(
                request.header().apply(HeaderNames.LAST_EVENT_ID), () -> environments.reach(key), freshness);
        return Optional.of(new OpenResult.Accepted(stream));
    }
}
