package dev.jackstaff.engine;

import org.jspecify.annotations.Nullable;

/**
 * A named value that a flag can serve, in its compiled form.
 *
 * @param key the variant's name; empty if the flag's dialect names none
 * @param value the value that an OpenFeature client gets
 * @param payloadType the dialect's name for the type of value that its own clients get; {@link #NO_PAYLOAD} if they get
 *     none; null if the value's type says enough
 */
public record Variant(String key, Value value, @Nullable String payloadType) {
    /** The payload type of a variant that has no value in its own dialect. */
    public static final String NO_PAYLOAD = "none";

    public static Variant of(String key, Value value) {
        return new Variant(key, value, null);
    }
}
