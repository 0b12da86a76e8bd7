package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;

/** The attribute, a semantic version, compared with another by precedence. */
public record VersionComparison(Attribute attribute, Relation relation, SemanticVersion version) implements Comparison {
    /**
     * The comparison with the version that a text is.
     *
     * @throws IllegalArgumentException where the text is no semantic version
     */
    public static VersionComparison parse(Attribute attribute, Relation relation, String operand) {
        SemanticVersion version = SemanticVersion.parse(operand)
                .orElseThrow(() -> new IllegalArgumentException("not a semantic version: \"" + operand + "\""));
        return new VersionComparison(attribute, relation, version);
    }

    @Override
    public boolean holdsFor(EvaluationContext context) {
        String text = attribute.textIn(context);
        return text != null
                && SemanticVersion.parse(text)
                        .map(known -> relation.holds(known.compareTo(version)))
                        .orElse(false);
    }

    @Override
    public String operator() {
        return "SEMVER_" + relation.suffix();
    }

    @Override
    public String operand() {
        return version.toString();
    }
}
