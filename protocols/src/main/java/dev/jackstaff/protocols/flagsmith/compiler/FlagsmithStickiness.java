package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.bucketing.Stickiness;
import org.jspecify.annotations.Nullable;

/** The stickiness of a Flagsmith percentage split. */
sealed interface FlagsmithStickiness extends Stickiness {
    /** The stickiness by identity; the prefix of the identifier is part of the salt. */
    record ByIdentity() implements FlagsmithStickiness {
        @Override
        public String name() {
            return "identity";
        }

        @Override
        public @Nullable String identify(EvaluationContext context) {
            return context.text(EvaluationContext.TARGETING_KEY);
        }
    }

    /** The stickiness by a property, as Python writes it. */
    record ByProperty(Attribute property) implements FlagsmithStickiness {
        @Override
        public String name() {
            return property.name();
        }

        @Override
        public @Nullable String identify(EvaluationContext context) {
            return property.textIn(context);
        }
    }
}
