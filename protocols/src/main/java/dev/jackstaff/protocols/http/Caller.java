package dev.jackstaff.protocols.http;

import dev.jackstaff.engine.EvaluationContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The caller of an evaluation: the key, the address, and the attributes that the host adds.
 *
 * @param key as the caller presented it; null if it presented none
 * @param attributes known to the host, which replace those of a context
 * @param address the client's IP address, for contexts that have none; null if it is not known
 * @param sdk the SDK that the caller uses, see {@link SdkName}; empty if it does not say
 */
public record Caller(@Nullable String key, Map<String, String> attributes, @Nullable String address, String sdk) {
    private static final String REMOTE_ADDRESS = "remoteAddress";

    /** A caller with a key and nothing else. */
    public static Caller ofKey(@Nullable String key) {
        return new Caller(key, Map.of(), null, "");
    }

    /** Adds the host's attributes and the caller's address to a context. */
    public EvaluationContext.Builder addTo(EvaluationContext.Builder context) {
        attributes.forEach(context::attribute);
        return context.attributeIfAbsent(REMOTE_ADDRESS, address);
    }

    @Override
    public String toString() {
        return "Caller[" + address + "]";
    }
}
