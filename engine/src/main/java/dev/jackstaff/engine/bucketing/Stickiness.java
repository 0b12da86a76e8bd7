package dev.jackstaff.engine.bucketing;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import org.jspecify.annotations.Nullable;

/**
 * The identifier that decides a context's bucket. {@code default} is the subject, else the session id, else chance;
 * {@code random} is chance; any other name is that attribute. Chance is drawn once per request.
 */
@FunctionalInterface
public interface Stickiness {
    /** The identifier; null where the context lacks it, and is then in no bucket. */
    @Nullable
    String identify(EvaluationContext context);

    /** The stickiness of this name. */
    static Stickiness named(String name) {
        return switch (name) {
            case "default" -> Stickiness::subjectOrChance;
            case "random" -> context -> Integer.toString(context.randomId());
            default -> Attribute.named(name)::textIn;
        };
    }

    private static String subjectOrChance(EvaluationContext context) {
        String subject = context.subject();
        if (subject == null) {
            subject = context.text(EvaluationContext.SESSION_ID);
        }
        return subject != null ? subject : Integer.toString(context.randomId());
    }
}
