package dev.jackstaff.engine.snapshot;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.condition.Condition;
import dev.jackstaff.engine.condition.DateComparison;
import dev.jackstaff.engine.condition.Exists;
import dev.jackstaff.engine.condition.InNetwork;
import dev.jackstaff.engine.condition.Network;
import dev.jackstaff.engine.condition.NumberComparison;
import dev.jackstaff.engine.condition.OneOf;
import dev.jackstaff.engine.condition.PatternMatch;
import dev.jackstaff.engine.condition.Relation;
import dev.jackstaff.engine.condition.TextComparison;
import dev.jackstaff.engine.condition.TextComparison.Position;
import dev.jackstaff.engine.condition.TextSet;
import dev.jackstaff.engine.condition.VersionComparison;
import java.util.List;

/** A compiler of conditions. It parses and checks the operands. */
final class ConditionCompiler {
    /** The maximum nesting depth of conditions, small enough that any document holding one can be read. */
    private static final int MAX_DEPTH = 30;

    private final CompiledSegments segments;

    /** A compiler of conditions that may refer to the given segments. */
    ConditionCompiler(CompiledSegments segments) {
        this.segments = segments;
    }

    /**
     * The condition that a definition describes.
     *
     * @throws IllegalArgumentException if an operand is invalid or a segment unknown
     */
    Condition compile(ConditionDefinition definition) {
        return compile(definition, 1);
    }

    private Condition compile(ConditionDefinition definition, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("conditions must be nested at most " + MAX_DEPTH + " deep");
        }
        return definition.match(new Compilation(depth));
    }

    /** The compiled condition of a definition at a depth of nesting. */
    private final class Compilation implements ConditionDefinition.Cases<Condition> {
        private final int depth;

        Compilation(int depth) {
            this.depth = depth;
        }

        @Override
        public Condition all(ConditionDefinition.All all) {
            return new Condition.All(compileEach(all.parts()));
        }

        @Override
        public Condition any(ConditionDefinition.Any any) {
            return new Condition.Any(compileEach(any.parts()));
        }

        @Override
        public Condition none(ConditionDefinition.None none) {
            return new Condition.Not(new Condition.Any(compileEach(none.parts())));
        }

        @Override
        public Condition comparison(ConditionDefinition.Comparison comparison) {
            Condition compiled = ConditionCompiler.comparison(comparison);
            return comparison.inverted() ? new Condition.Not(compiled) : compiled;
        }

        @Override
        public Condition inSegment(ConditionDefinition.InSegment inSegment) {
            return new Condition.InSegment(inSegment.segment(), segments.condition(inSegment.segment()));
        }

        private List<Condition> compileEach(List<ConditionDefinition> definitions) {
            return definitions.stream()
                    .map(definition -> compile(definition, depth + 1))
                    .toList();
        }
    }

    private static Condition comparison(ConditionDefinition.Comparison compare) {
        compare.operator().requireUsed(compare.values(), compare.caseInsensitive());
        Attribute attribute = Attribute.named(compare.attribute());
        return switch (compare.operator()) {
            case IN -> oneOf(attribute, compare);
            case NOT_IN -> new Condition.Not(oneOf(attribute, compare));
            case EXISTS -> new Exists(attribute);
            case STR_CONTAINS -> text(attribute, Position.ANYWHERE, compare);
            case STR_STARTS_WITH -> text(attribute, Position.START, compare);
            case STR_ENDS_WITH -> text(attribute, Position.END, compare);
            case NUM_EQ -> NumberComparison.parse(attribute, Relation.EQUAL, onlyValue(compare));
            case NUM_GT -> NumberComparison.parse(attribute, Relation.GREATER, onlyValue(compare));
            case NUM_GTE -> NumberComparison.parse(attribute, Relation.GREATER_OR_EQUAL, onlyValue(compare));
            case NUM_LT -> NumberComparison.parse(attribute, Relation.LESS, onlyValue(compare));
            case NUM_LTE -> NumberComparison.parse(attribute, Relation.LESS_OR_EQUAL, onlyValue(compare));
            case DATE_AFTER -> DateComparison.parse(attribute, true, onlyValue(compare));
            case DATE_BEFORE -> DateComparison.parse(attribute, false, onlyValue(compare));
            case SEMVER_EQ -> VersionComparison.parse(attribute, Relation.EQUAL, onlyValue(compare));
            case SEMVER_GT -> VersionComparison.parse(attribute, Relation.GREATER, onlyValue(compare));
            case SEMVER_GTE -> VersionComparison.parse(attribute, Relation.GREATER_OR_EQUAL, onlyValue(compare));
            case SEMVER_LT -> VersionComparison.parse(attribute, Relation.LESS, onlyValue(compare));
            case SEMVER_LTE -> VersionComparison.parse(attribute, Relation.LESS_OR_EQUAL, onlyValue(compare));
            case REGEX -> PatternMatch.parse(attribute, onlyValue(compare), compare.caseInsensitive());
            case IN_CIDR -> network(attribute, compare);
        };
    }

    private static Condition oneOf(Attribute attribute, ConditionDefinition.Comparison compare) {
        return new OneOf(attribute, TextSet.of(compare.values()));
    }

    private static Condition text(Attribute attribute, Position position, ConditionDefinition.Comparison compare) {
        return new TextComparison(attribute, position, compare.values(), compare.caseInsensitive());
    }

    private static Condition network(Attribute attribute, ConditionDefinition.Comparison compare) {
        return new InNetwork(
                attribute,
                compare.values().stream()
                        .map(text -> Network.parse(text)
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "neither an IP address nor a CIDR block: \"" + text + "\"")))
                        .toList());
    }

    private static String onlyValue(ConditionDefinition.Comparison compare) {
        return compare.values().get(0);
    }
}
