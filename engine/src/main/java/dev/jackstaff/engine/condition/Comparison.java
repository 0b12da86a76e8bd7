package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;

/**
 * A condition on one attribute. With an attribute that is missing, or cannot be read as what it is compared with, it does not
 * hold. A dialect whose operators mean something else brings its own implementations.
 */
public non-sealed interface Comparison extends Condition {
    @Override
    boolean holdsFor(EvaluationContext context);

    @Override
    default boolean holdsFor(EvaluationContext context, ConditionObserver observer) {
        return holdsFor(context);
    }

    /** How much answering takes at most, in steps: about as many as comparisons of two short texts. */
    default long cost() {
        return 1;
    }

    Attribute attribute();

    /** The operator, as documents spell it. */
    String operator();

    /** What the attribute is compared with, for people: a long one is shortened. */
    String operand();
}
