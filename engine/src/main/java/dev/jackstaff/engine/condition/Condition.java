package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import java.util.List;
import java.util.Set;

/**
 * A yes/no question about an evaluation context. What can be wrong with it is refused when it is built, so answering never
 * throws. A comparison with an attribute that is missing, or cannot be read as what it is compared with, does not hold.
 */
public sealed interface Condition
        permits Condition.All,
                Condition.Any,
                Condition.Not,
                Condition.OneOf,
                Condition.Exists,
                Condition.InSegment,
                TextComparison,
                NumberComparison,
                DateComparison,
                VersionComparison,
                PatternMatch,
                InNetwork {

    boolean holdsFor(EvaluationContext context);

    /** Every part holds; true without parts. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holdsFor(EvaluationContext context) {
            for (int i = 0; i < parts.size(); i++) {
                if (!parts.get(i).holdsFor(context)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** At least one part holds; false without parts. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holdsFor(EvaluationContext context) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).holdsFor(context)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The contrary, also where an attribute is missing. */
    record Not(Condition negated) implements Condition {
        @Override
        public boolean holdsFor(EvaluationContext context) {
            return !negated.holdsFor(context);
        }
    }

    /** The attribute, as text, is one of some values. Its cost does not depend on how many there are. */
    record OneOf(Attribute attribute, Set<String> values) implements Condition {
        public OneOf {
            values = Set.copyOf(values);
        }

        @Override
        public boolean holdsFor(EvaluationContext context) {
            String text = attribute.textIn(context);
            return text != null && values.contains(text);
        }
    }

    /** The context has the attribute. */
    record Exists(Attribute attribute) implements Condition {
        @Override
        public boolean holdsFor(EvaluationContext context) {
            return attribute.valueIn(context) != null;
        }
    }

    /** The context is in a named segment. */
    record InSegment(String key, Condition condition) implements Condition {
        @Override
        public boolean holdsFor(EvaluationContext context) {
            return condition.holdsFor(context);
        }
    }
}
