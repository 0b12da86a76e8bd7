package dev.jackstaff.protocols.unleash.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A bounded cache of values made on request; when it is full, further values are not cached. Thread-safe. */
final class BoundedCache<K, V> {
    private static final int MAX_ENTRIES = 128;

    private final Map<K, V> known = new ConcurrentHashMap<>();

    /** The value of a key, made on first use. */
    V get(K key, Function<K, V> factory) {
        V kept = known.get(key);
        if (kept != null) {
            return kept;
        }
        V made = factory.apply(key);
        if (known.size() < MAX_ENTRIES) {
            known.put(key, made);
        }
        return made;
    }
}
