package dev.jackstaff.engine;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of evaluating one flag for one context.
 *
 * @param enabled whether the flag is on for the context: it is enabled, its prerequisites are met, and no rule turned it
 *     off. A boolean flag must also serve something else than its off variant and {@code false}; any other flag may
 *     serve its off variant while it is on
 * @param variant the served variant; null if the client's own default applies, and on an error
 * @param errorCode null unless the reason is {@link Reason#ERROR}
 * @param errorDetails a sentence for the client's developer; empty without an error
 * @param metadata details of the reason: {@code rule}, {@code prerequisite}. A flag visible to client keys never names
 *     a parent that is not
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

    /** An evaluation of a flag that is on. */
    public static Evaluation on(String flagKey, @Nullable Variant variant, Reason reason) {
        return new Evaluation(flagKey, true, variant, reason, null, "", Map.of());
    }

    /** An evaluation of a flag that is off. */
    public static Evaluation off(String flagKey, @Nullable Variant variant, Reason reason) {
        return new Evaluation(flagKey, false, variant, reason, null, "", Map.of());
    }

    public static Evaluation failed(String flagKey, ErrorCode code, String details) {
        return new Evaluation(flagKey, false, null, Reason.ERROR, code, details, Map.of());
    }

    /** A copy of this evaluation without metadata. */
    public Evaluation withoutMetadata() {
        return metadata.isEmpty()
                ? this
                : new Evaluation(flagKey, enabled, variant, reason, errorCode, errorDetails, Map.of());
    }

    /** A copy of this evaluation with one more metadata entry. */
    public Evaluation withMetadata(String name, String detail) {
        Map<String, String> more = new HashMap<>(metadata);
        more.put(name, detail);
        return new Evaluation(flagKey, enabled, variant, reason, errorCode, errorDetails, more);
    }
}
