package dev.jackstaff.protocols.unleash;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of one context value.
 *
 * @param contextName a field of the context, or a property
 * @param operator as the document spells it, possibly unknown to this version
 * @param caseInsensitive whether both sides are lower-cased; for texts and patterns
 * @param inverted whether the result is negated, also if the value is missing
 * @param values the operands of set and text operators
 * @param value the operand of all other operators
 */
public record Constraint(
        String contextName,
        String operator,
        boolean caseInsensitive,
        boolean inverted,
        List<String> values,
        @Nullable String value) {
    public Constraint {
        values = List.copyOf(values);
    }
}
