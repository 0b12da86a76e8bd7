package dev.jackstaff.protocols.unleash.compiler;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.bucketing.Stickiness;

/** The stickiness of variants: an identifier, or a random number when the context lacks it. */
record RandomFallbackStickiness(Stickiness identifier) implements Stickiness {
    @Override
    public String name() {
        return identifier.name();
    }

    @Override
    public String identify(EvaluationContext context) {
        String known = identifier.identify(context);
        return known != null ? known : Integer.toString(context.randomId());
    }
}
