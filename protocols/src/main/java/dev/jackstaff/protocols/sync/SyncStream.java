package dev.jackstaff.protocols.sync;

import dev.jackstaff.protocols.environment.EdgeReach;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.stream.EventStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The stream of one edge: the sync state at once and on each change, and ages as heartbeats. The id of a state is its
 * tag: an edge that reconnects with the current tag gets the ages only.
 */
final class SyncStream implements EventStream {
    private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(2);
    private static final byte[] NOTHING = {};
    private static final byte[] RETRY = bytes("retry: 1000\n\n");

    private final Supplier<EdgeReach> reach;
    private final Freshness freshness;
    private final @Nullable String lastEventId;
    private volatile Set<String> sentEnvironments = Set.of();
    private String tag = "";

    /**
     * A stream for one edge.
     *
     * @param lastEventId the id of the last state that the edge received; null if it received none
     * @param reach the environments that its key reaches at the moment
     */
    SyncStream(@Nullable String lastEventId, Supplier<EdgeReach> reach, Freshness freshness) {
        this.lastEventId = lastEventId;
        this.reach = reach;
        this.freshness = freshness;
    }

    @Override
    public boolean concerns(String environment) {
        return sentEnvironments.contains(environment) || reach.get().contains(environment);
    }

    @Override
    public byte[] initialEvents(LiveEnvironments now) {
        SyncState state = state(now);
        tag = state.tag();
        byte[] event = tag.equals(lastEventId) ? heartbeatEvent(state) : stateEvent(state);
        return concatenate(RETRY, event);
    }

    @Override
    public byte[] update(LiveEnvironments now) {
        SyncState state = state(now);
        String another = state.tag();
        if (another.equals(tag)) {
            return NOTHING;
        }
        tag = another;
        return stateEvent(state);
    }

    /**
     * The ages; the whole state if the revisions are not those that the edge was sent last,
     * because ages must not be attributed to other revisions.
     */
    @Override
    public byte[] heartbeat(LiveEnvironments now) {
        SyncState state = state(now);
        String another = state.tag();
        if (another.equals(tag)) {
            return heartbeatEvent(state);
        }
        tag = another;
        return stateEvent(state);
    }

    @Override
    public Duration heartbeatInterval() {
        return HEARTBEAT_INTERVAL;
    }

    @Override
    public boolean isAdmitted() {
        return !reach.get().isEmpty();
    }

    private SyncState state(LiveEnvironments now) {
        SyncState state = SyncState.of(now, freshness, reach.get());
        sentEnvironments = state.environments().stream()
                .map(SyncState.EnvironmentState::key)
                .collect(Collectors.toUnmodifiableSet());
        return state;
    }

    private byte[] stateEvent(SyncState state) {
        return concatenate(bytes("event: state\nid: " + tag + "\ndata: "), state.document(), bytes("\n\n"));
    }

    private static byte[] heartbeatEvent(SyncState state) {
        return concatenate(bytes("event: heartbeat\ndata: "), state.ages(), bytes("\n\n"));
    }

    private static byte[] concatenate(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
