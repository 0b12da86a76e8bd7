package dev.jackstaff.engine;

import org.jspecify.annotations.Nullable;

/**
 * One of the answers a flag can give.
 *
 * @param key its name; empty where the flag's dialect gives the answer none
 * @param value what an OpenFeature client gets
 * @param payloadType how the flag's dialect names the kind of value its own clients get; {@link #NO_PAYLOAD} where they get
 *     none, and {@code value} only stands in for it; null where the value's type says enough
 */
public record Variant(String key, Value value, @Nullable String payloadType) {
    /** The payload type of an answer that has no value in its own dialect. */
    public static final String NO_PAYLOAD = "none";

    public static Variant of(String key, Value value) {
        return new Variant(key, value, null);
    }
}
