package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;

/**
 * A condition on one attribute. It does not hold if the attribute is absent, or cannot be read as the operand's type. A
 * dialect with other operators brings its own implementations.
 */
public non-sealed interface Comparison extends Condition {
    @Override
    boolean holdsFor(EvaluationContext context);

    @Override
    default boolean holdsFor(EvaluationContext context, ConditionObserver observer) {
        return holdsFor(context);
    }

    /**
     * The upper bound of the cost of one comparison, in steps; one step is about one comparison of two short texts.
     */
    default long cost() {
        return 1;
    }

    Attribute attribute();

    /** Whether upper and lower case are the same. */
    default boolean caseInsensitive() {
        return false;
    }

    /** The operator, as documents spell it. */
    String operator();

    /** The operand as readable text, shortened if it is long. */
    String operand();
}
