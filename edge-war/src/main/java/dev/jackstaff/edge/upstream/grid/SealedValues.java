package dev.jackstaff.edge.upstream.grid;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.grid.GridSeal;
import dev.jackstaff.grid.RefusedValues;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The values of the data grid, sealed. What was not sealed by this installation, of whatever class, is counted and
 * otherwise absent. Thread-safe.
 */
final class SealedValues {
    private final GridSeal seal;
    private final UpstreamErrors errors;
    private final RefusedValues refused = new RefusedValues(Logger.getLogger(SealedValues.class.getName()));

    SealedValues(GridSeal seal, UpstreamErrors errors) {
        this.seal = seal;
        this.errors = errors;
    }

    byte[] seal(String map, String key, byte[] value) {
        return seal.seal(map, key, value);
    }

    /** The value of an entry; null if there is none or it is refused. */
    byte @Nullable [] get(IMap<String, Object> map, String key) {
        return read(map.getName(), key, () -> map.get(key));
    }

    /** The value of an entry, which is removed; null if there was none or it is refused. */
    byte @Nullable [] remove(HazelcastInstance grid, String map, String key) {
        return read(map, key, () -> grid.<String, Object>getMap(map).remove(key));
    }

    /** The unsealed value that a reader returns; null if there is none or it is refused. */
    byte @Nullable [] read(String map, String key, Supplier<@Nullable Object> reader) {
        try {
            Object sealed = reader.get();
            return sealed == null ? null : unseal(map, key, sealed);
        } catch (HazelcastSerializationException | ClassCastException | LinkageError unreadable) {
            refuse(map, key, unreadable);
            return null;
        }
    }

    private byte @Nullable [] unseal(String map, String key, Object sealed) {
        byte[] value = seal.unseal(map, key, sealed).orElse(null);
        if (value == null) {
            refuse(map, key, null);
        }
        return value;
    }

    private void refuse(String map, String key, @Nullable Throwable cause) {
        errors.record(UpstreamErrors.ErrorKind.SEAL);
        refused.record(map + " " + key, cause);
    }
}
