package dev.jackstaff.domain.snapshot.control;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.MapListener;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import dev.jackstaff.grid.GridSeal;
import dev.jackstaff.grid.RefusedValues;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A map of the data grid whose values are sealed. What was not sealed by this installation, of whatever class, is counted
 * and otherwise absent; the next value of ours takes its place.
 */
final class SealedMap {
    private static final int REPLACE_ATTEMPTS = 20;

    /** The place holder of a value that cannot even be read. */
    private static final Object UNREADABLE = new Object();

    private final IMap<Object, Object> map;
    private final GridSeal seal;
    private final RefusedValues refused;

    SealedMap(IMap<Object, Object> map, GridSeal seal, RefusedValues refused) {
        this.map = map;
        this.seal = seal;
        this.refused = refused;
    }

    Optional<byte[]> get(String key) {
        Object present = read(key);
        return present == null ? Optional.empty() : unseal(key, present);
    }

    /** The value; one that is refused is removed, because nobody replaces it. */
    Optional<byte[]> getOrDiscard(String key) {
        Object present = read(key);
        if (present == null) {
            return Optional.empty();
        }
        Optional<byte[]> value = unseal(key, present);
        if (value.isEmpty()) {
            map.delete(key);
        }
        return value;
    }

    void set(String key, byte[] value) {
        map.set(key, seal.seal(map.getName(), key, value));
    }

    void set(String key, byte[] value, Duration timeToLive) {
        map.set(key, seal.seal(map.getName(), key, value), timeToLive.toMillis(), TimeUnit.MILLISECONDS);
    }

    void delete(String key) {
        map.delete(key);
    }

    /**
     * Puts a value, unless there is one of ours that is to be kept.
     *
     * @return whether it was put
     */
    boolean putUnless(String key, Predicate<byte[]> isToBeKept, byte[] value) {
        byte[] sealed = seal.seal(map.getName(), key, value);
        for (int attempt = 0; attempt < REPLACE_ATTEMPTS; attempt++) {
            Object present = read(key);
            if (present != null && unseal(key, present).filter(isToBeKept).isPresent()) {
                return false;
            }
            if (replace(key, present, sealed)) {
                return true;
            }
        }
        throw new IllegalStateException("somebody else keeps changing " + key + " in the data grid");
    }

    private boolean replace(String key, @Nullable Object present, byte[] sealed) {
        if (present == null) {
            return map.putIfAbsent(key, sealed) == null;
        }
        if (present instanceof byte[]) {
            return map.replace(key, present, sealed);
        }
        map.set(key, sealed);
        return true;
    }

    /** The keys. Those that are no text are removed; a map with a key that cannot be read is cleared. */
    Set<String> keys() {
        Set<String> keys = new HashSet<>();
        try {
            for (Object key : map.keySet()) {
                if (key instanceof String text) {
                    keys.add(text);
                } else {
                    refused.record(map.getName(), null);
                    map.delete(key);
                }
            }
            return keys;
        } catch (HazelcastSerializationException | LinkageError unreadable) {
            refused.record(map.getName(), unreadable);
            map.clear();
            return Set.of();
        }
    }

    /** The key of an event; empty if it is not ours. */
    Optional<String> keyOf(EntryEvent<Object, Object> event) {
        try {
            return event.getKey() instanceof String key ? Optional.of(key) : Optional.empty();
        } catch (HazelcastSerializationException | LinkageError unreadable) {
            refused.record(map.getName(), unreadable);
            return Optional.empty();
        }
    }

    /** The value that an event brings; empty if it is refused. */
    Optional<byte[]> valueOf(String key, EntryEvent<Object, Object> event) {
        try {
            return unseal(key, event.getValue());
        } catch (HazelcastSerializationException | LinkageError unreadable) {
            refused.record(map.getName() + " " + key, unreadable);
            return Optional.empty();
        }
    }

    UUID addListener(MapListener listener, boolean withValues) {
        return map.addEntryListener(listener, withValues);
    }

    void removeListener(UUID listener) {
        map.removeEntryListener(listener);
    }

    private @Nullable Object read(String key) {
        try {
            return map.get(key);
        } catch (HazelcastSerializationException | LinkageError unreadable) {
            return UNREADABLE;
        }
    }

    private Optional<byte[]> unseal(String key, Object sealed) {
        Optional<byte[]> value = seal.unseal(map.getName(), key, sealed);
        if (value.isEmpty()) {
            refused.record(map.getName() + " " + key, null);
        }
        return value;
    }
}
