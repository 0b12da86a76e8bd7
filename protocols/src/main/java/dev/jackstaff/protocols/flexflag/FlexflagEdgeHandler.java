package dev.jackstaff.protocols.flexflag;

import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.EnvironmentAccess;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.json.JsonBytes;
import dev.jackstaff.protocols.stream.StreamEndpoint.OpenResult;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Serves FlexFlag's edge servers, whatever carries their requests. A server key opens its own environment; client keys open
 * nothing here, because an edge server is told of every flag and of the hashes of the keys.
 */
@Dependent
public class FlexflagEdgeHandler {
    private final EnvironmentAccess environments;
    private final FlexflagServerRegistry servers;

    @Inject
    public FlexflagEdgeHandler(EnvironmentAccess environments, FlexflagServerRegistry servers) {
        this.environments = environments;
        this.servers = servers;
    }

    /** What a key opens, for an edge server that was shown it by an application. */
    public Reply authenticate(@Nullable String key) {
        return environments
                .access(key)
                .match(
                        granted -> Reply.of(
                                Reply.OK,
                                FlexflagSyncDocuments.credential(
                                        granted.environment().snapshot(), granted.credential())),
                        new FlexflagRefusals(key));
    }

    /** All of an environment, from some flag on. */
    public Reply sync(@Nullable String key, int offset, int limit) {
        return serverAccess(key)
                .match(granted -> sync(granted.environment(), offset, limit), new FlexflagRefusals(key));
    }

    private static Reply sync(ServedEnvironment environment, int offset, int limit) {
        return Reply.of(Reply.OK, FlexflagSyncDocuments.fullSync(environment.snapshotForListing(), offset, limit))
                .with(HeaderNames.REVISION, Long.toString(environment.revision()));
    }

    /** The changes of an environment from now on, as server-sent events. */
    public OpenResult listen(@Nullable String key, @Nullable String serverId) {
        return serverAccess(key)
                .match(
                        granted -> connect(granted.environment().snapshot().key(), key, serverId),
                        OpenResult.Rejected.cases(new FlexflagRefusals(key)));
    }

    private OpenResult connect(String environment, @Nullable String key, @Nullable String serverId) {
        FlexflagServerRegistry.Server connected = servers.connect(environment, serverId == null ? "" : serverId);
        return new OpenResult.Accepted(new FlexflagEventStream(connected, () -> opens(key, environment)));
    }

    /** Whether a key still opens an environment. */
    public boolean opens(@Nullable String key, String environment) {
        return serverAccess(key) instanceof Access.Granted granted
                && granted.environment().snapshot().key().equals(environment);
    }

    /** What a key opens to an edge server. */
    public Access serverAccess(@Nullable String key) {
        Access access = environments.access(key);
        return access instanceof Access.Granted granted && !granted.seesServerOnlyFlags()
                ? new Access.Forbidden("an edge server needs a server key; this is a client key")
                : access;
    }

    /**
     * The edge servers that are connected.
     *
     * @param others what writes the members of each edge server that is known otherwise
     */
    public Reply listConnected(List<JsonBytes.JsonContent> others) {
        return Reply.of(Reply.OK, servers.document(others));
    }
}
