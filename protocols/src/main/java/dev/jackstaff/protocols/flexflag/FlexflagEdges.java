package dev.jackstaff.protocols.flexflag;

import dev.jackstaff.protocols.Access;
import dev.jackstaff.protocols.Environments;
import dev.jackstaff.protocols.JsonBytes;
import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.ServedEnvironment;
import dev.jackstaff.protocols.stream.StreamEndpoint.Opened;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Serves FlexFlag's edge servers, whatever carries their requests. A server key opens its own environment; client keys open
 * nothing here, because an edge server is told of every flag and of the hashes of the keys.
 */
@Dependent
public class FlexflagEdges {
    private final Environments environments;
    private final FlexflagServers servers;

    @Inject
    public FlexflagEdges(Environments environments, FlexflagServers servers) {
        this.environments = environments;
        this.servers = servers;
    }

    /** What a key opens, for an edge server that was shown it by an application. */
    public Reply authenticate(@Nullable String key) {
        Access access = environments.access(key);
        return access instanceof Access.Granted granted
                ? Reply.of(
                        Reply.OK, FlexflagSync.credential(granted.environment().snapshot(), granted.credential()))
                : Flexflag.refusal(key, access);
    }

    /** All of an environment, from some flag on. */
    public Reply sync(@Nullable String key, int offset, int limit) {
        Access access = server(key);
        if (!(access instanceof Access.Granted granted)) {
            return Flexflag.refusal(key, access);
        }
        ServedEnvironment environment = granted.environment();
        return Reply.of(Reply.OK, FlexflagSync.whole(environment.listed(), offset, limit))
                .with("Jackstaff-Revision", Long.toString(environment.revision()));
    }

    /** The changes of an environment from now on, as server-sent events. */
    public Opened listen(@Nullable String key, @Nullable String serverId) {
        Access access = server(key);
        if (!(access instanceof Access.Granted granted)) {
            return new Opened.Answered(Flexflag.refusal(key, access));
        }
        String environment = granted.environment().snapshot().key();
        FlexflagServers.Server connected = servers.connected(environment, serverId == null ? "" : serverId);
        return new Opened.Listening(new FlexflagEvents(connected, () -> opens(key, environment)));
    }

    /** Whether a key still opens an environment. */
    public boolean opens(@Nullable String key, String environment) {
        return server(key) instanceof Access.Granted granted
                && granted.environment().snapshot().key().equals(environment);
    }

    /** What a key opens to an edge server. */
    public Access server(@Nullable String key) {
        Access access = environments.access(key);
        return access instanceof Access.Granted granted && !granted.serverOnlyToo()
                ? new Access.Forbidden("an edge server needs a server key; this is a client key")
                : access;
    }

    /**
     * The edge servers that are connected.
     *
     * @param others what writes the members of each edge server that is known otherwise
     */
    public Reply connected(List<JsonBytes.Writing> others) {
        return Reply.of(Reply.OK, servers.document(others));
    }
}
