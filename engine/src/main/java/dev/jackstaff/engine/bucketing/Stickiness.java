package dev.jackstaff.engine.bucketing;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import org.jspecify.annotations.Nullable;

/** The choice of the identifier that is hashed into a bucket. The random id is drawn once per request. */
public interface Stickiness {
    /** The stickiness's name in documents. */
    String name();

    /** The identifier; null if the context lacks it, and then belongs to no bucket. */
    @Nullable
    String identify(EvaluationContext context);

    /**
     * The stickiness with the given name: {@code default} is the subject, else the session id, else the random id;
     * {@code random} is the random id; any other name is that attribute.
     */
    static Stickiness named(String name) {
        return switch (name) {
            case Default.NAME -> new Default();
            case Random.NAME -> new Random();
            default -> new ByAttribute(Attribute.named(name));
        };
    }

    /** The subject, else the session id, else the random id of the request. */
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

    /** The random id of the request. */
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

    /** The text of an attribute. */
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
