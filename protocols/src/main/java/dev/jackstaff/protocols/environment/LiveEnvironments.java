package dev.jackstaff.protocols.environment;

import dev.jackstaff.engine.Sha256;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The environments a host serves, and the keys that open them. A read is one access to an immutable value; a newer
 * snapshot replaces an older one as a whole, never the reverse, in whatever order they arrive.
 */
@ApplicationScoped
public class LiveEnvironments implements EnvironmentAccess {
    /** The credential of requests that need no key. */
    private static final Credential KEYLESS = new Credential("", "", Credential.Kind.CLIENT, null);

    private static final String NO_KEY = "a key is required, in Authorization, X-API-Key or X-Environment-Key";
    private static final Access NO_SNAPSHOT_YET = new Access.NotReady("no snapshot has arrived yet");
    private static final Access NOT_ALL_YET = new Access.NotReady("not every snapshot has arrived yet");
    private static final Access STALE = new Access.NotReady(
            "the snapshot is older than jackstaff.edge.stale.after and the upstream is unreachable");

    private final Clock clock;
    private final DialectCompiler dialects;
    private final ArrivalTimes arrivals;
    private volatile EnvironmentIndex index = EnvironmentIndex.EMPTY;
    private volatile ServingState serving = new ServingState.Starting();
    private volatile UnknownKeyResolver unknownKeyResolver = this::resolveUnknownKey;
    private volatile Predicate<String> stalenessCheck = environment -> false;
    private final List<Consumer<String>> changeListeners = new CopyOnWriteArrayList<>();

    /** Environments with native flags only. */
    public LiveEnvironments() {
        this(Clock.systemUTC(), DialectCompiler.NATIVE_ONLY);
    }

    @Inject
    public LiveEnvironments(DialectCompiler dialects) {
        this(Clock.systemUTC(), dialects);
    }

    /** Environments with a test's own clock. */
    public LiveEnvironments(Clock clock, DialectCompiler dialects) {
        this.clock = clock;
        this.arrivals = new ArrivalTimes(clock);
        this.dialects = dialects;
    }

    @Override
    public Access access(@Nullable String key) {
        EnvironmentIndex now = index;
        if (key == null) {
            return now.environments().isEmpty() ? NO_SNAPSHOT_YET : new Access.Unknown(NO_KEY);
        }
        EnvironmentIndex.Grant grant = now.grant(Sha256.hex(key));
        ServedEnvironment environment =
                grant == null ? null : now.environments().get(grant.environment());
        if (grant == null || environment == null) {
            return unknownKeyResolver.resolve(key);
        }
        if (grant.credential().expired(clock.instant())) {
            return new Access.Unknown("this key has expired");
        }
        return stalenessCheck.test(grant.environment()) ? STALE : new Access.Granted(environment, grant.credential());
    }

    /** The access of an unknown key when no resolver is set. */
    private Access resolveUnknownKey(String key) {
        Access missing = isComplete() ? UnknownKey.refusal(key) : NOT_ALL_YET;
        return environments().isEmpty() ? NO_SNAPSHOT_YET : missing;
    }

    /** The environments that an edge key reaches; none if the key is unknown or revoked. */
    public EdgeReach reach(@Nullable String edgeKey) {
        return edgeKey == null ? EdgeReach.NONE : index.reach(Sha256.hex(edgeKey), clock.instant());
    }

    /** Sets the resolver of keys that no snapshot contains. */
    public void setUnknownKeyResolver(UnknownKeyResolver resolver) {
        this.unknownKeyResolver = resolver;
    }

    /** Sets the check for environments that are too stale to serve. */
    public void setStalenessCheck(Predicate<String> check) {
        stalenessCheck = check;
    }

    /** Lets a key open an environment whose snapshot does not contain it; replaces what the key opened before. */
    public synchronized void admitKey(String environment, Credential credential) {
        index = index.admitting(environment, credential);
    }

    /** The credentials added by {@link #admitKey}, by environment. */
    public Map<String, Set<Credential>> admittedKeys() {
        return index.admittedKeys();
    }

    /** Removes a credential added by {@link #admitKey}. */
    public synchronized void revokeKey(String hash) {
        index = index.revoking(hash);
    }

    @Override
    public Access accessWithoutKey(String environment) {
        ServedEnvironment served = environment(environment);
        if (served != null) {
            return new Access.Granted(served, KEYLESS);
        }
        return isComplete() ? new Access.Unknown("there is no environment " + environment) : NOT_ALL_YET;
    }

    /** Whether every known environment is served, or environments are loaded on demand. */
    public boolean isReady() {
        return serving.isReady(!environments().isEmpty());
    }

    /** The environment with this key, {@code project/environment}; null if it is not served. */
    public @Nullable ServedEnvironment environment(String key) {
        return environments().get(key);
    }

    /** All served environments, by their keys. */
    public Map<String, ServedEnvironment> environments() {
        return index.environments();
    }

    /** Marks the set of environments complete: from now on a key that opens nothing is unknown. */
    public synchronized void markComplete() {
        serving = serving.completed();
    }

    /** Marks every environment known before a restart as served again. A key that opens nothing may be a new one's. */
    public synchronized void markRestored() {
        serving = serving.restored();
    }

    /**
     * Marks environments as loaded on demand: they arrive when a client presents a key for them. A host that waited for
     * one before reporting ready would never get a request.
     */
    public synchronized void markOnDemand() {
        serving = serving.onDemand();
    }

    /** Whether every environment there is has been served. */
    public boolean isComplete() {
        return serving.isComplete();
    }

    /** Whether a snapshot should replace the served one: it is newer, or its environment was recreated. */
    public boolean isNewer(String environment, SnapshotHead head) {
        ServedEnvironment known = environment(environment);
        return known == null || SnapshotHead.of(known.snapshot()).precedes(head);
    }

    /**
     * Whether a later revision is served than its source says is the newest, so the source went back. Never directly after
     * a change, which the source may not have noticed yet.
     */
    public boolean isAhead(String environment, SnapshotHead newest) {
        ServedEnvironment known = environment(environment);
        return known != null
                && SnapshotHead.of(known.snapshot()).isLaterThan(newest)
                && !arrivals.isRecent(environment);
    }

    /**
     * Prepares and serves a snapshot, unless the same or a newer revision is served already.
     *
     * @return whether the snapshot is served now
     * @throws dev.jackstaff.engine.snapshot.DocumentException if it carries a document of an unsupported dialect
     */
    public boolean serve(Snapshot snapshot) {
        return prepare(snapshot).filter(this::swapIn).isPresent();
    }

    /**
     * A snapshot, compiled and ready to be served; empty if the same or a newer revision is served already. Compiling
     * takes time, so this must be called off the request threads.
     *
     * @throws dev.jackstaff.engine.snapshot.DocumentException if it carries a document of an unsupported dialect
     */
    public Optional<ServedEnvironment> prepare(Snapshot snapshot) {
        if (!isNewer(snapshot.key(), SnapshotHead.of(snapshot))) {
            return Optional.empty();
        }
        FlagSet flags = dialects.compile(snapshot);
        return Optional.of(ServedEnvironment.of(snapshot, flags, environment(snapshot.key())));
    }

    /**
     * Serves a prepared environment from now on, unless the same or a newer revision is served by now.
     *
     * @return whether it is served now
     */
    public boolean swapIn(ServedEnvironment prepared) {
        synchronized (this) {
            if (!isNewer(prepared.key(), SnapshotHead.of(prepared.snapshot()))) {
                return false;
            }
            index = index.with(prepared);
            arrivals.record(prepared.key());
        }
        changeListeners.forEach(listener -> listener.accept(prepared.key()));
        return true;
    }

    /** Stops serving an environment that was removed. */
    public void withdraw(String environment) {
        synchronized (this) {
            index = index.without(environment);
            arrivals.forget(environment);
        }
        changeListeners.forEach(listener -> listener.accept(environment));
    }

    /**
     * Registers a listener for environments that are served anew or withdrawn.
     *
     * @param listener called on the thread that delivers snapshots; must not block
     */
    public void addChangeListener(Consumer<String> listener) {
        changeListeners.add(listener);
    }
}
