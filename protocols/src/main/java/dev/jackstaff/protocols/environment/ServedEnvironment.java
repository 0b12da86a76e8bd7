package dev.jackstaff.protocols.environment;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.ForeignDocument;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One environment at one revision, compiled and ready to evaluate. Replaced as a whole when a newer revision arrives.
 */
public final class ServedEnvironment {
    private static final Logger LOG = Logger.getLogger(ServedEnvironment.class.getName());

    private final Snapshot snapshot;
    private final String key;
    private final FlagSet flags;
    private final Map<Class<?>, LazyView<?>> views = new ConcurrentHashMap<>();

    private ServedEnvironment(Snapshot snapshot, FlagSet flags) {
        this.snapshot = snapshot;
        this.key = snapshot.key();
        this.flags = flags;
    }

    /** A compiled snapshot of native flags. */
    public static ServedEnvironment of(Snapshot snapshot) {
        return of(snapshot, SnapshotCompiler.compile(snapshot));
    }

    /** A snapshot with its compiled flags. */
    static ServedEnvironment of(Snapshot snapshot, FlagSet flags) {
        return new ServedEnvironment(snapshot, flags);
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    /** The dialect of the foreign document that this environment carries; null if the flags are native. */
    public @Nullable String dialect() {
        ForeignDocument foreign = snapshot.foreign();
        return foreign == null ? null : foreign.dialect();
    }

    /** The document of a dialect, if this environment carries one. */
    public Optional<JsonText> document(String dialect) {
        return Optional.ofNullable(snapshot.foreign())
                .filter(foreign -> foreign.dialect().equals(dialect))
                .map(ForeignDocument::document);
    }

    /** The snapshot for listing flags, not for evaluating them; flags of a foreign system are summarized. */
    public Snapshot snapshotForListing() {
        return snapshot.foreign() == null
                ? snapshot
                : view(ForeignFlagSummary.class, ForeignFlagSummary::of).snapshot();
    }

    /** The key {@code project/environment}; computed once, unlike the snapshot's own. */
    public String key() {
        return key;
    }

    public FlagSet flags() {
        return flags;
    }

    public long revision() {
        return snapshot.revision();
    }

    /**
     * A snapshot with its compiled flags, replacing a revision of the same environment. Views that were asked of the
     * previous revision are prepared before this one is served; others would only delay it.
     *
     * @param previous null if the environment is new
     */
    static ServedEnvironment of(Snapshot snapshot, FlagSet flags, @Nullable ServedEnvironment previous) {
        ServedEnvironment next = of(snapshot, flags);
        if (previous != null) {
            previous.views.forEach((type, view) -> view.succeed(type, next));
            previous.views.forEach((type, view) -> view.prepare(type, next));
        }
        return next;
    }

    /**
     * A protocol's view of this revision, made once and shared by all requests. It must be immutable or thread-safe.
     * The first caller makes it; only callers of the same view wait.
     *
     * @param factory makes the view of this or a later revision, so it must not capture one; it may ask for other views
     */
    public <T> T view(Class<T> type, Function<ServedEnvironment, T> factory) {
        LazyView<?> known = views.get(type);
        LazyView<?> view =
                known != null ? known : views.computeIfAbsent(type, absent -> new LazyView<>(this, factory, null));
        return type.cast(view.get());
    }

    /** A view that is made on first use. Thread-safe. */
    private static final class LazyView<T> {
        private final ServedEnvironment environment;
        private final Function<ServedEnvironment, T> factory;
        private volatile @Nullable T made;
        private volatile boolean requested;

        LazyView(ServedEnvironment environment, Function<ServedEnvironment, T> factory, @Nullable T made) {
            this.environment = environment;
            this.factory = factory;
            this.made = made;
        }

        T get() {
            if (!requested) {
                requested = true;
            }
            T known = made;
            return known != null ? known : make();
        }

        private synchronized T make() {
            T known = made;
            if (known == null) {
                known = factory.apply(environment);
                made = known;
            }
            return known;
        }

        /** Carries a view over to the next revision. */
        @SuppressWarnings("unchecked") // a view is succeeded by one of its own class
        void succeed(Class<?> type, ServedEnvironment next) {
            if (made instanceof CarriedOverView<?> succeeding) {
                next.views.put(type, new LazyView<>(next, factory, (T) succeeding.carryOverTo(next)));
            }
        }

        /**
         * Makes the same view of the next revision. A view that cannot be made does not prevent serving: the failure
         * reaches whoever asks for the view.
         */
        void prepare(Class<?> type, ServedEnvironment next) {
            if (!requested) {
                return;
            }
            try {
                next.views
                        .computeIfAbsent(type, absent -> new LazyView<>(next, factory, null))
                        .make();
            } catch (RuntimeException failure) {
                LOG.log(Level.FINE, "A view of " + next.key + " cannot be made.", failure);
            }
        }
    }
}
