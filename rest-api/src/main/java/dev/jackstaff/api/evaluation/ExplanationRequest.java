package dev.jackstaff.api.evaluation;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.protocols.json.ContextReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * For whom a flag's answer is to be explained.
 *
 * @param context an evaluation context, as OFREP has it; left out for one that knows nothing
 */
public record ExplanationRequest(@Schema(implementation = Object.class) @Nullable JsonText context) {
    EvaluationContext toContext() {
        return context == null ? EvaluationContext.builder().build() : ContextReader.read(context);
    }
}
