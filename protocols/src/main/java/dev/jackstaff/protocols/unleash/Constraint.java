package dev.jackstaff.protocols.unleash;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of one value of the context.
 *
 * @param contextName a field of the context, or a property
 * @param operator as the document spells it: servers may know operators that this version does not
 * @param caseInsensitive both sides in lower case; for texts and patterns
 * @param inverted negates the outcome, also where the value is missing
 * @param values what the operators on sets and texts compare with
 * @param value what all other operators compare with
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
