package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;

/** The attribute, a semantic version, compared with another by precedence. */
public record VersionComparison(Attribute attribute, Relation relation, SemanticVersion operand) implements Condition {
    @Override
    public boolean holdsFor(EvaluationContext context) {
        String text = attribute.textIn(context);
        return text != null
                && SemanticVersion.parse(text)
                        .map(version -> relation.holds(version.compareTo(operand)))
                        .orElse(false);
    }
}
