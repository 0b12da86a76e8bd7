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
 * The handler of requests from FlexFlag's edge servers. A server key opens its own environment; client keys have no
 * access, because an edge server receives every flag and the hashes of the keys.
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

    /** The authentication result for a key that an application presented to an edge server. */
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

    /** The full synchronization of an environment, from an offset on. */
    public Reply sync(@Nullable String key, int offset, int limit) {
        return serverAccess(key)
                .match(granted -> sync(granted.environment(), offset, limit), new FlexflagRefusals(key));
    }

    private static Reply sync(ServedEnvironment environment, int offset, int limit) {
        return Reply.of(Reply.OK, FlexflagSyncDocuments.fullSync(environment.snapshotForListing(), offset, limit))
                .with(HeaderNames.REVISION, Long.toString(environment.revision()));
    }

    /** The stream of an environment's changes, as server-sent events. */
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
        return serverAccess(key).opens(environment);
    }

    /** The access of a key presented by an edge server. */
    public Access serverAccess(@Nullable String key) {
        Access access = environments.access(key);
        return access instanceof Access.Granted granted && !granted.seesServerOnlyFlags()
                ? new Access.Forbidden("an edge server requires a server key; this is a client key")
                : access;
    }

    /**
     * The connected edge servers.
     *
     * @param others writers of edge servers that are known from elsewhere
     */
    public Reply listConnected(List<JsonBytes.JsonContent> others) {
        return Reply.of(Reply.OK, servers.document(others));
    }
}
