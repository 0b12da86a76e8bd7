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

/** One environment at one revision, ready to answer. Replaced whole when a newer revision arrives. */
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

    /** A snapshot of flags of our own, compiled. */
    public static ServedEnvironment of(Snapshot snapshot) {
        return of(snapshot, SnapshotCompiler.compile(snapshot));
    }

    /** A snapshot and its flags. */
    static ServedEnvironment of(Snapshot snapshot, FlagSet flags) {
        return new ServedEnvironment(snapshot, flags);
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    /** The name of the system whose document this carries; null where the flags are our own. */
    public @Nullable String dialect() {
        ForeignDocument foreign = snapshot.foreign();
        return foreign == null ? null : foreign.dialect();
    }

    /** The document of a system, where this carries one of it. */
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

    /** {@code project/environment}; made once, unlike the snapshot's own. */
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
     * A snapshot and its flags, that replace one of the same environment. What views that one had, this one has before it is
     * served: nobody waits for them.
     */
    static ServedEnvironment of(Snapshot snapshot, FlagSet flags, ServedEnvironment previous) {
        ServedEnvironment next = of(snapshot, flags);
        previous.views.forEach((type, view) -> view.succeed(type, next));
        previous.views.forEach((type, view) -> view.prepare(type, next));
        return next;
    }

    /**
     * A protocol's view of this revision, made once and shared by all requests. It must be immutable or safe for
     * threads. Who asks first makes it, and only who asks for the same one waits.
     *
     * @param making makes it, of this revision and of those after it, so it must know of none by itself; it may ask for
     * other views
     */
    public <T> T view(Class<T> type, Function<ServedEnvironment, T> making) {
        LazyView<?> known = views.get(type);
        LazyView<?> view =
                known != null ? known : views.computeIfAbsent(type, absent -> new LazyView<>(this, making, null));
        return type.cast(view.get());
    }

    /** A view, made when it is asked for first. Safe for threads. */
    private static final class LazyView<T> {
        private final ServedEnvironment environment;
        private final Function<ServedEnvironment, T> making;
        private volatile @Nullable T made;

        LazyView(ServedEnvironment environment, Function<ServedEnvironment, T> making, @Nullable T made) {
            this.environment = environment;
            this.making = making;
            this.made = made;
        }

        T get() {
            T known = made;
            return known != null ? known : make();
        }

        private synchronized T make() {
            T known = made;
            if (known == null) {
                known = making.apply(environment);
                made = known;
            }
            return known;
        }

        /** Hands a view that knows of earlier revisions on to the next one. */
        @SuppressWarnings("unchecked") // a view is succeeded by one of its own class
        void succeed(Class<?> type, ServedEnvironment next) {
            if (made instanceof CarriedOverView<?> succeeding) {
                next.views.put(type, new LazyView<>(next, making, (T) succeeding.carryOverTo(next)));
            }
        }

        /** Makes the same view of the next revision. One that cannot be made is no reason not to serve it: who asks is told. */
        void prepare(Class<?> type, ServedEnvironment next) {
            if (made == null) {
                return;
            }
            try {
                next.views
                        .computeIfAbsent(type, absent -> new LazyView<>(next, making, null))
                        .get();
            } catch (RuntimeException unmakeable) {
                LOG.log(Level.FINE, "A view of " + next.key + " cannot be made.", unmakeable);
            }
        }
    }
}
