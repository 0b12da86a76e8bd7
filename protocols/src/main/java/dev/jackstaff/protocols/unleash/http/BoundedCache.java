package dev.jackstaff.protocols.unleash.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A bounded cache of values made on request; full means not cached. Safe for threads. */
final class BoundedCache<K, V> {
    private static final int MOST = 128;

    private final Map<K, V> known = new ConcurrentHashMap<>();

    /** What was made for this, or is made now. */
    V get(K key, Function<K, V> making) {
        V kept = known.get(key);
        if (kept != null) {
            return kept;
        }
        V made = making.apply(key);
        if (known.size() < MOST) {
            known.put(key, made);
        }
        return made;
    }
}
