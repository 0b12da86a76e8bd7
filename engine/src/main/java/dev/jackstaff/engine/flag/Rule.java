package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.condition.Condition;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compiled rule of a flag. */
public sealed interface Rule {
    String name();

    /** The rule's outcome for a context; null if it does not match. */
    @Nullable
    Outcome outcomeFor(EvaluationContext context, DecisionObserver observer);

    /** Every outcome that the rule can have. */
    Collection<Outcome> possibleOutcomes();

    /** A rule that matches if its condition holds and its outcome decides for the context. */
    record Conditional(String name, Condition condition, Outcome outcome) implements Rule {
        @Override
        public @Nullable Outcome outcomeFor(EvaluationContext context, DecisionObserver observer) {
            return observer.holds(condition, context) && outcome.decidesFor(context, observer) ? outcome : null;
        }

        @Override
        public Collection<Outcome> possibleOutcomes() {
            return List.of(outcome);
        }
    }

    /** A rule that looks an attribute's text up in a map of outcomes. Its cost does not depend on the map's size. */
    record Lookup(String name, Attribute attribute, Map<String, Outcome> outcomes) implements Rule {
        public Lookup {
            outcomes = Collections.unmodifiableMap(new HashMap<>(outcomes));
        }

        @Override
        public @Nullable Outcome outcomeFor(EvaluationContext context, DecisionObserver observer) {
            String text = attribute.textIn(context);
            return text == null ? null : outcomes.get(text);
        }

        @Override
        public Collection<Outcome> possibleOutcomes() {
            return outcomes.values();
        }
    }
}
