package dev.jackstaff.engine.bucketing;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import org.jspecify.annotations.Nullable;

/** What decides a context's bucket. Chance is drawn once per request. */
public interface Stickiness {
    /** The name in documents. */
    String name();

    /** The identifier; null where the context lacks it, and is then in no bucket. */
    @Nullable
    String identify(EvaluationContext context);

    /**
     * The stickiness of this name: {@code default} is the subject, else the session id, else chance; {@code random} is
     * chance; any other name is that attribute.
     */
    static Stickiness named(String name) {
        return switch (name) {
            case Default.NAME -> new Default();
            case Random.NAME -> new Random();
            default -> new ByAttribute(Attribute.named(name));
        };
    }

    /** The subject, else the session, else chance. */
    record Default() implements Stickiness {
        public static final String NAME = "default";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public String identify(EvaluationContext context) {
            String subject = context.subject();
            if (subject == null) {
                subject = context.text(EvaluationContext.SESSION_ID);
            }
            return subject != null ? subject : Integer.toString(context.randomId());
        }
    }

    /** A number drawn for the request. */
    record Random() implements Stickiness {
        public static final String NAME = "random";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public String identify(EvaluationContext context) {
            return Integer.toString(context.randomId());
        }
    }

    /** An attribute, as text. */
    record ByAttribute(Attribute attribute) implements Stickiness {
        @Override
        public String name() {
            return attribute.name();
        }

        @Override
        public @Nullable String identify(EvaluationContext context) {
            return attribute.textIn(context);
        }
    }
}
