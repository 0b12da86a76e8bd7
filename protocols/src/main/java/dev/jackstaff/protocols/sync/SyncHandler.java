package dev.jackstaff.protocols.sync;

import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.protocols.environment.EdgeReach;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.http.EntityTags;
import dev.jackstaff.protocols.http.ProblemReply;
import dev.jackstaff.protocols.http.Reply;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * The handler of edges that fetch snapshots from this host. A key sees the environments that it reaches, and no others.
 * A key that reaches none is unknown, unless not every snapshot has arrived yet: then the edge must retry later.
 */
@Dependent
public class SyncHandler {
    /** The path of the state; the other routes are below it. */
    public static final String PATH = "/api/v1/sync";

    /**
     * The response header with the greatest age in the state, in seconds, so that a response without a body contains it
     * too.
     */
    public static final String AGE = "Jackstaff-Sync-Age";

    private final LiveEnvironments environments;
    private final Freshness freshness;

    @Inject
    public SyncHandler(LiveEnvironments environments, Freshness freshness) {
        this.environments = environments;
        this.freshness = freshness;
    }

    /** The state of the environments that a key reaches. */
    public Reply state(@Nullable String key, @Nullable String ifNoneMatch) {
        EdgeReach reach = environments.reach(key);
        if (reach.isEmpty()) {
            return ProblemReply.ofUnknownKey(key, environments);
        }
        SyncState state = SyncState.of(environments, freshness, reach);
        String tag = '"' + state.tag() + '"';
        Reply reply = EntityTags.matches(ifNoneMatch, tag)
                ? Reply.empty(Reply.NOT_MODIFIED)
                : Reply.of(Reply.OK, state.document());
        return state.greatestAge()
                .map(age -> reply.with(AGE, SyncState.seconds(age).toPlainString()))
                .orElse(reply)
                .with("ETag", tag);
    }

    /** The document of an environment that a key reaches. */
    public Reply snapshot(@Nullable String key, String environment, @Nullable String ifNoneMatch, boolean gzip) {
        EdgeReach reach = environments.reach(key);
        if (reach.isEmpty()) {
            return ProblemReply.ofUnknownKey(key, environments);
        }
        if (reach.awaits(environment)) {
            return ProblemReply.notReady();
        }
        ServedEnvironment served = reach.contains(environment) ? environments.environment(environment) : null;
        return served == null
                ? ProblemReply.of(Reply.NOT_FOUND, "the environment does not exist, or this key does not reach it")
                : SnapshotRepresentation.of(served).answer(ifNoneMatch, gzip);
    }

    /** The entity tag of a snapshot, quoted. */
    public static String tag(SnapshotHead head) {
        return '"' + SnapshotRepresentation.tag(head) + '"';
    }
}
