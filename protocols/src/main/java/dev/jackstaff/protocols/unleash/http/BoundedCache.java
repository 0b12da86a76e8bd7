package dev.jackstaff.protocols.unleash.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What was made for clients' questions, kept up to a bound: clients choose their questions. Safe for threads. */
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
