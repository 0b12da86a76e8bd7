package dev.jackstaff.protocols.environment;

import dev.jackstaff.engine.Sha256;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The environments a host serves, and the keys that open them. A read is one access to an immutable value; a newer
 * snapshot replaces an older one as a whole, never the reverse, in whatever order they arrive.
 */
@ApplicationScoped
public class LiveEnvironments implements EnvironmentAccess {
    private static final String EDGE_KEY = "jks_edge_";
    private static final String ADMIN_KEY = "jks_admin_";

    /** The credential of requests that need no key. */
    private static final Credential KEYLESS = new Credential("", "", Credential.Kind.CLIENT, null);

    private static final String NO_KEY = "a key is required, in Authorization, X-API-Key or X-Environment-Key";
    private static final Access NO_SNAPSHOT_YET = new Access.NotReady("no snapshot has arrived yet");
    private static final Access STALE = new Access.NotReady(
            "the snapshot is older than jackstaff.edge.stale.after and the upstream is unreachable");

    private final Clock clock;
    private final DialectCompiler dialects;
    private volatile State state = new State(Map.of(), Map.of(), Map.of());
    private volatile boolean complete;
    private volatile boolean restored;
    private volatile boolean onDemand;
    private volatile UnknownKeyResolver unknownKeyResolver = this::resolveUnknownKey;
    private volatile Predicate<String> stalenessCheck = environment -> false;
    private final List<Consumer<String>> changeListeners = new CopyOnWriteArrayList<>();
    private final Map<String, Grant> admitted = new HashMap<>();

    /** Environments with native flags only. */
    public LiveEnvironments() {
        this(Clock.systemUTC(), DialectCompiler.NATIVE_ONLY);
    }

    @Inject
    public LiveEnvironments(DialectCompiler dialects) {
        this(Clock.systemUTC(), dialects);
    }

    private LiveEnvironments(Clock clock, DialectCompiler dialects) {
        this.clock = clock;
        this.dialects = dialects;
    }

    /** The environment that a key opens, found by the key's hash. */
    private record Grant(String environment, Credential credential) {}

    /** The served environments, the grants of keys by their hashes, and for edge keys the environments they reach. */
    private record State(
            Map<String, ServedEnvironment> environments,
            Map<String, Grant> grants,
            Map<String, Map<String, Credential>> edges) {}

    @Override
    public Access access(@Nullable String key) {
        State now = state;
        if (key == null) {
            return now.environments.isEmpty() ? NO_SNAPSHOT_YET : new Access.Unknown(NO_KEY);
        }
        Grant grant = now.grants.get(Sha256.hex(key));
        ServedEnvironment environment = grant == null ? null : now.environments.get(grant.environment);
        if (grant == null || environment == null) {
            return unknownKeyResolver.resolve(key);
        }
        if (grant.credential.expired(clock.instant())) {
            return new Access.Unknown("this key has expired");
        }
        return stalenessCheck.test(grant.environment) ? STALE : new Access.Granted(environment, grant.credential);
    }

    /** The access of an unknown key when no resolver is set. */
    private Access resolveUnknownKey(String key) {
        if (state.environments.isEmpty()) {
            return NO_SNAPSHOT_YET;
        }
        return complete ? refusalOf(key) : new Access.NotReady("not every snapshot has arrived yet");
    }

    /** The environments that an edge key reaches, by their keys; none if the key is unknown or revoked. */
    public Set<String> reachableEnvironments(@Nullable String edgeKey) {
        Instant now = clock.instant();
        Map<String, Credential> edge =
                edgeKey == null ? Map.of() : state.edges.getOrDefault(Sha256.hex(edgeKey), Map.of());
        return edge.entrySet().stream()
                .filter(reached -> !reached.getValue().expired(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Sets the resolver of keys that no snapshot contains. */
    public void setUnknownKeyResolver(UnknownKeyResolver resolver) {
        this.unknownKeyResolver = resolver;
    }

    /** Sets the check for environments that are too stale to serve. */
    public void setStalenessCheck(Predicate<String> check) {
        this.stalenessCheck = check;
    }

    /** Lets a key open an environment whose snapshot does not contain it; replaces what the key opened before. */
    public synchronized void admitKey(String environment, Credential credential) {
        admitted.put(credential.hash(), new Grant(environment, credential));
        state = indexed(state.environments);
    }

    /** The credentials added by {@link #admitKey}, by environment. */
    public synchronized Map<String, Set<Credential>> admittedKeys() {
        Map<String, Set<Credential>> keys = new HashMap<>();
        admitted.values().forEach(grant -> keys.computeIfAbsent(grant.environment, environment -> new HashSet<>())
                .add(grant.credential));
        return keys;
    }

    /** Removes a credential added by {@link #admitKey}. */
    public synchronized void revokeKey(String hash) {
        admitted.remove(hash);
        state = indexed(state.environments);
    }

    @Override
    public Access accessWithoutKey(String environment) {
        ServedEnvironment served = environment(environment);
        if (served != null) {
            return new Access.Granted(served, KEYLESS);
        }
        return complete
                ? new Access.Unknown("there is no environment " + environment)
                : new Access.NotReady("not every snapshot has arrived yet");
    }

    /** Whether the host is ready: every known environment is served, or environments are loaded on demand. */
    public boolean isReady() {
        return onDemand || ((complete || restored) && !state.environments.isEmpty());
    }

    /** The environment with this key, {@code project/environment}; null if it is not served. */
    public @Nullable ServedEnvironment environment(String key) {
        return state.environments.get(key);
    }

    /** All served environments, by their keys. */
    public Map<String, ServedEnvironment> environments() {
        return state.environments;
    }

    /** Marks the set of environments complete: from now on a key that opens nothing is unknown. */
    public void markComplete() {
        complete = true;
    }

    /**
     * Marks every environment known before a restart as served again. There may be new ones by now, so a key that opens
     * nothing is not reported as unknown.
     */
    public void markRestored() {
        restored = true;
    }

    /**
     * Marks environments as loaded on demand: they arrive when a client presents a key for them. A host that waited for
     * one before reporting ready would never get a request.
     */
    public void markOnDemand() {
        onDemand = true;
    }

    /** Whether every environment there is has been served. */
    public boolean isComplete() {
        return complete;
    }

    /** Whether a snapshot should replace the served one: it is newer, or its environment was recreated. */
    public boolean isNewer(String environment, SnapshotHead head) {
        ServedEnvironment known = environment(environment);
        return known == null || SnapshotHead.of(known.snapshot()).precedes(head);
    }

    /**
     * Serves a snapshot from now on, unless the same or a newer revision is served already. Compiles it first, so this
     * must be called off the request threads.
     *
     * @return whether the snapshot is served now
     * @throws dev.jackstaff.engine.snapshot.DocumentException if it carries a document of an unsupported dialect
     */
    public boolean serve(Snapshot snapshot) {
        return serve(snapshot, coming -> {});
    }

    /**
     * Serves a snapshot and calls back between compiling and serving.
     *
     * @param before receives the snapshot once it has compiled, before it is served
     */
    public boolean serve(Snapshot snapshot, Consumer<Snapshot> before) {
        if (!isNewer(snapshot.key(), SnapshotHead.of(snapshot))) {
            return false;
        }
        ServedEnvironment previous = environment(snapshot.key());
        FlagSet flags = dialects.compile(snapshot);
        ServedEnvironment compiled = previous == null
                ? ServedEnvironment.of(snapshot, flags)
                : ServedEnvironment.of(snapshot, flags, previous);
        before.accept(snapshot);
        synchronized (this) {
            if (!isNewer(snapshot.key(), SnapshotHead.of(snapshot))) {
                return false;
            }
            Map<String, ServedEnvironment> environments = new HashMap<>(state.environments);
            environments.put(snapshot.key(), compiled);
            state = indexed(environments);
        }
        changeListeners.forEach(listener -> listener.accept(snapshot.key()));
        return true;
    }

    /** Stops serving an environment that was removed. */
    public void withdraw(String environment) {
        synchronized (this) {
            Map<String, ServedEnvironment> environments = new HashMap<>(state.environments);
            environments.remove(environment);
            state = indexed(environments);
        }
        changeListeners.forEach(listener -> listener.accept(environment));
    }

    /**
     * Registers a listener for each environment that is served anew or withdrawn.
     *
     * @param listener called on the thread that delivers snapshots; must not block
     */
    public void addChangeListener(Consumer<String> listener) {
        changeListeners.add(listener);
    }

    private State indexed(Map<String, ServedEnvironment> environments) {
        Map<String, Grant> grants = new HashMap<>(admitted);
        Map<String, Map<String, Credential>> edges = new HashMap<>();
        environments.forEach((key, environment) -> {
            Snapshot snapshot = environment.snapshot();
            snapshot.credentials().forEach(credential -> grants.put(credential.hash(), new Grant(key, credential)));
            snapshot.edgeCredentials().forEach(edge -> edges.computeIfAbsent(edge.hash(), hash -> new HashMap<>())
                    .put(key, edge));
        });
        return new State(
                Collections.unmodifiableMap(environments),
                Collections.unmodifiableMap(grants),
                Collections.unmodifiableMap(edges));
    }

    private static Access refusalOf(String key) {
        if (key.startsWith(EDGE_KEY) || key.startsWith(ADMIN_KEY)) {
            return new Access.Forbidden(
                    "evaluation requires a server or client key; this looks like an edge or admin key");
        }
        return new Access.Unknown("unknown key");
    }
}
