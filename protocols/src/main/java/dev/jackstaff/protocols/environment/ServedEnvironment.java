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
import org.jspecify.annotations.Nullable;

/** One environment at one revision, ready to answer. Replaced whole when a newer revision arrives. */
public final class ServedEnvironment {
    private final Snapshot snapshot;
    private final String key;
    private final FlagSet flags;
    private final Map<Class<?>, Object> views = new ConcurrentHashMap<>();

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

    /**
     * The snapshot as those show it who list flags without deciding any: flags of another system are described as far as
     * definitions of our own can, which is not enough to evaluate them by.
     */
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

    /** A snapshot and its flags, that replace one of the same environment. */
    static ServedEnvironment of(Snapshot snapshot, FlagSet flags, ServedEnvironment previous) {
        ServedEnvironment next = of(snapshot, flags);
        previous.views.forEach((type, view) -> {
            if (view instanceof CarriedOverView<?> succeeding) {
                next.views.put(type, succeeding.carryOverTo(next));
            }
        });
        return next;
    }

    /**
     * What a protocol makes of this revision once, for all requests: documents, their tags, pieces of answers. It must be
     * immutable or safe for threads.
     *
     * @param making makes it at the first call; it may ask for other views
     */
    public <T> T view(Class<T> type, Function<ServedEnvironment, T> making) {
        Object known = views.get(type);
        return type.cast(known != null ? known : makeView(type, making));
    }

    /** The map's own way would fail where making one view makes another. */
    private synchronized <T> Object makeView(Class<T> type, Function<ServedEnvironment, T> making) {
        Object known = views.get(type);
        if (known == null) {
            known = making.apply(this);
            views.put(type, known);
        }
        return known;
    }
}
