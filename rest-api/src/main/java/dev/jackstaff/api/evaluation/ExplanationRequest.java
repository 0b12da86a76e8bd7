package dev.jackstaff.api.evaluation;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.protocols.json.ContextReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of an explanation request: an evaluation context.
 *
 * @param context an evaluation context as in OFREP; left out for an empty one
 * @param revision an earlier revision of the environment; left out for the one that is served
 * @param at an instant such as {@code 2026-11-01T00:00:00Z}, for the revision that the environment had then
 */
public record ExplanationRequest(
        @Schema(implementation = Object.class) @Nullable JsonText context,
        @Nullable Long revision,
        @Nullable String at) {
    EvaluationContext toContext() {
        return context == null ? EvaluationContext.builder().build() : ContextReader.read(context);
    }
}
