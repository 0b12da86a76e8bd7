package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;

/** A comparison of a semantic version by precedence. */
public record VersionComparison(Attribute attribute, Relation relation, SemanticVersion version) implements Comparison {
    /**
     * The comparison with the version that a text denotes.
     *
     * @throws IllegalArgumentException if the text is not a semantic version
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
                        .map(actual -> relation.holds(actual.compareTo(version)))
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
