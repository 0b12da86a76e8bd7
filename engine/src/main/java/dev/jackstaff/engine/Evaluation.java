package dev.jackstaff.engine;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A flag's answer to one context.
 *
 * @param enabled whether the flag is on for the context: it has not been switched off, a prerequisite is not missing, and what
 *     it serves is neither its off variant nor {@code false}
 * @param variant what is served; null where the client's own default applies, and on an error
 * @param errorCode null unless the reason is {@link Reason#ERROR}
 * @param errorDetails a sentence for the developer who asked; empty without an error
 * @param metadata what is more specific than the reason: {@code rule}, {@code prerequisite}. A flag that client
 *     keys see never names a parent that they do not
 */
public record Evaluation(
        String flagKey,
        boolean enabled,
        @Nullable Variant variant,
        Reason reason,
        @Nullable ErrorCode errorCode,
        String errorDetails,
        Map<String, String> metadata) {

    public Evaluation {
        metadata = Map.copyOf(metadata);
    }

    /** The answer of a flag that is on. */
    public static Evaluation on(String flagKey, @Nullable Variant variant, Reason reason) {
        return new Evaluation(flagKey, true, variant, reason, null, "", Map.of());
    }

    /** The answer of a flag that is off. */
    public static Evaluation off(String flagKey, @Nullable Variant variant, Reason reason) {
        return new Evaluation(flagKey, false, variant, reason, null, "", Map.of());
    }

    public static Evaluation failed(String flagKey, ErrorCode code, String details) {
        return new Evaluation(flagKey, false, null, Reason.ERROR, code, details, Map.of());
    }

    /** This answer with nothing that is more specific than its reason. */
    public Evaluation withoutMetadata() {
        return metadata.isEmpty()
                ? this
                : new Evaluation(flagKey, enabled, variant, reason, errorCode, errorDetails, Map.of());
    }

    /** This answer with one more piece of metadata. */
    public Evaluation withMetadata(String name, String detail) {
        Map<String, String> more = new HashMap<>(metadata);
        more.put(name, detail);
        return new Evaluation(flagKey, enabled, variant, reason, errorCode, errorDetails, more);
    }
}
