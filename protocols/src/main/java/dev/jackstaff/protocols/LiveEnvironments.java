package dev.jackstaff.protocols;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The environments a host serves, and the keys that open them. Reading is one look at an immutable value; a newer snapshot
 * replaces an older one whole, and never the other way round, in whatever order they arrive.
 */
@ApplicationScoped
public class LiveEnvironments implements Environments {
    private static final String EDGE_KEY = "jks_edge_";
    private static final String ADMIN_KEY = "jks_admin_";

    /** What stands for the key of those who need none. */
    private static final Credential ANYBODY = new Credential("", "", Credential.Kind.CLIENT, null);

    private final Clock clock;
    private volatile State state = new State(Map.of(), Map.of());
    private volatile boolean complete;
    private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();

    public LiveEnvironments() {
        this(Clock.systemUTC());
    }

    LiveEnvironments(Clock clock) {
        this.clock = clock;
    }

    /** What a key opens, found by its hash. */
    private record Grant(String environment, Credential credential) {}

    private record State(Map<String, ServedEnvironment> environments, Map<String, Grant> grants) {}

    @Override
    public Access access(@Nullable String key) {
        State now = state;
        if (now.environments.isEmpty()) {
            return new Access.NotReady("no snapshot has arrived yet");
        }
        if (key == null) {
            return new Access.Unknown("a key is needed, in Authorization, X-API-Key or X-Environment-Key");
        }
        Grant grant = now.grants.get(hash(key));
        ServedEnvironment environment = grant == null ? null : now.environments.get(grant.environment);
        if (grant == null || environment == null) {
            return complete ? refusalOf(key) : new Access.NotReady("not every snapshot has arrived yet");
        }
        if (grant.credential.expired(clock.instant())) {
            return new Access.Unknown("this key has expired");
        }
        return new Access.Granted(environment, grant.credential);
    }

    @Override
    public Access open(String environment) {
        ServedEnvironment served = environment(environment);
        if (served != null) {
            return new Access.Granted(served, ANYBODY);
        }
        return complete
                ? new Access.Unknown("there is no environment " + environment)
                : new Access.NotReady("not every snapshot has arrived yet");
    }

    /** Whether there is something to answer from, and all of it. */
    public boolean isReady() {
        return complete && !state.environments.isEmpty();
    }

    /** The environment of this key, {@code project/environment}; null where it is not served. */
    public @Nullable ServedEnvironment environment(String key) {
        return state.environments.get(key);
    }

    /** Every environment served, by its key. */
    public Map<String, ServedEnvironment> environments() {
        return state.environments;
    }

    /** Every environment there is has been served once: from now on a key that opens nothing is an unknown one. */
    public void complete() {
        complete = true;
    }

    /** Whether every environment there is has been served. */
    public boolean isComplete() {
        return complete;
    }

    /** Whether a snapshot would be news: newer than what is served, or of an environment that was made anew. */
    public boolean isNews(String environment, SnapshotHead head) {
        ServedEnvironment known = environment(environment);
        return known == null || SnapshotHead.of(known.snapshot()).precedes(head);
    }

    /**
     * Serves a snapshot from now on, unless one of the same or a newer revision is served already. Compiles it first, so this
     * belongs off the request threads.
     *
     * @return whether it was news
     */
    public boolean serve(Snapshot snapshot) {
        if (!isNews(snapshot.key(), SnapshotHead.of(snapshot))) {
            return false;
        }
        ServedEnvironment previous = environment(snapshot.key());
        ServedEnvironment compiled =
                previous == null ? ServedEnvironment.of(snapshot) : ServedEnvironment.of(snapshot, previous);
        synchronized (this) {
            if (!isNews(snapshot.key(), SnapshotHead.of(snapshot))) {
                return false;
            }
            Map<String, ServedEnvironment> environments = new HashMap<>(state.environments);
            environments.put(snapshot.key(), compiled);
            state = indexed(environments);
        }
        watchers.forEach(watcher -> watcher.accept(snapshot.key()));
        return true;
    }

    /** Serves an environment no longer: it was removed. */
    public void withdraw(String environment) {
        synchronized (this) {
            Map<String, ServedEnvironment> environments = new HashMap<>(state.environments);
            environments.remove(environment);
            state = indexed(environments);
        }
        watchers.forEach(watcher -> watcher.accept(environment));
    }

    /**
     * Has somebody told of each environment that is served anew or no longer, by its key.
     *
     * @param watcher is called on the thread that brings snapshots, and must not hold it up
     */
    public void watch(Consumer<String> watcher) {
        watchers.add(watcher);
    }

    private static State indexed(Map<String, ServedEnvironment> environments) {
        Map<String, Grant> grants = new HashMap<>();
        environments.forEach((key, environment) -> environment
                .snapshot()
                .credentials()
                .forEach(credential -> grants.put(credential.hash(), new Grant(key, credential))));
        return new State(Collections.unmodifiableMap(environments), Collections.unmodifiableMap(grants));
    }

    private static Access refusalOf(String key) {
        if (key.startsWith(EDGE_KEY) || key.startsWith(ADMIN_KEY)) {
            return new Access.Forbidden(
                    "an evaluation needs a server or client key; this looks like one of another kind");
        }
        return new Access.Unknown("unknown key");
    }

    private static String hash(String key) {
        try {
            byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
