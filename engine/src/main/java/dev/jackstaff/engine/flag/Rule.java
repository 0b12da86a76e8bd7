package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.condition.Condition;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One ordered step of a decision. */
public sealed interface Rule {
    String name();

    /** What a context that matches gets; null where it does not match. */
    @Nullable
    Outcome outcomeFor(EvaluationContext context, DecisionObserver observer);

    /** Matches where a condition holds. */
    record Conditional(String name, Condition condition, Outcome outcome) implements Rule {
        @Override
        public @Nullable Outcome outcomeFor(EvaluationContext context, DecisionObserver observer) {
            return observer.holds(condition, context) ? outcome : null;
        }
    }

    /** Matches where an attribute, as text, is listed. Its cost does not depend on how much is. */
    record Lookup(String name, Attribute attribute, Map<String, Outcome> outcomes) implements Rule {
        public Lookup {
            outcomes = Collections.unmodifiableMap(new HashMap<>(outcomes));
        }

        @Override
        public @Nullable Outcome outcomeFor(EvaluationContext context, DecisionObserver observer) {
            String text = attribute.textIn(context);
            return text == null ? null : outcomes.get(text);
        }
    }
}
