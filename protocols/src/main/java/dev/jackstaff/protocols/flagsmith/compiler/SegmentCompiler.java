package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.condition.Condition;
import dev.jackstaff.protocols.flagsmith.FlagsmithSegment;
import dev.jackstaff.protocols.flagsmith.SegmentCondition;
import dev.jackstaff.protocols.flagsmith.SegmentRule;
import dev.jackstaff.protocols.flagsmith.compiler.SegmentConditionCompiler.UnsatisfiableConditionException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A compiler of a segment's rules to a condition. */
final class SegmentCompiler {
    /** The maximum depth of nested rules. */
    private static final int MAX_DEPTH = 50;

    /**
     * The maximum number of problems reported for one segment; each is repeated for every feature that the segment
     * overrides.
     */
    private static final int MAX_PROBLEMS = 10;

    private final SegmentConditionCompiler conditions;
    private final List<String> problems = new ArrayList<>();

    private SegmentCompiler(SegmentConditionCompiler conditions) {
        this.conditions = conditions;
    }

    /**
     * A compiled segment.
     *
     * @param problems the conditions that can never hold
     */
    record CompiledSegment(Condition condition, List<String> problems) {}

    /** The compiled segment. A segment that cannot be compiled matches nobody. */
    static CompiledSegment compile(FlagsmithSegment segment, PropertyResolver properties) {
        SegmentCompiler compiler = new SegmentCompiler(new SegmentConditionCompiler(properties, segment.id()));
        try {
            return new CompiledSegment(compiler.all(segment), compiler.problems);
        } catch (IllegalArgumentException uncompilable) {
            compiler.problems.add(uncompilable.getMessage() + "; the segment matches nobody");
            return new CompiledSegment(Condition.never(), compiler.problems);
        }
    }

    private Condition all(FlagsmithSegment segment) {
        List<Condition> rules =
                segment.rules().stream().map(rule -> rule(rule, 1)).toList();
        return rules.isEmpty() ? Condition.never() : allOf(rules);
    }

    private Condition rule(SegmentRule rule, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("rules lie at most " + MAX_DEPTH + " deep within each other");
        }
        List<Condition> asked = rule.conditions().stream().map(this::condition).toList();
        List<Condition> rules =
                rule.rules().stream().map(inner -> rule(inner, depth + 1)).toList();
        return allOf(Stream.of(asked, rules)
                .filter(parts -> !parts.isEmpty())
                .map(parts -> quantified(rule.type(), parts))
                .toList());
    }

    private static Condition quantified(String type, List<Condition> parts) {
        return switch (type) {
            case SegmentRule.ALL -> allOf(parts);
            case SegmentRule.ANY -> parts.size() == 1 ? parts.get(0) : new Condition.Any(parts);
            case SegmentRule.NONE -> new Condition.Not(parts.size() == 1 ? parts.get(0) : new Condition.Any(parts));
            default -> throw new IllegalArgumentException("unknown type of rule \"" + Operand.shorten(type) + "\"");
        };
    }

    private static Condition allOf(List<Condition> parts) {
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
    }

    private Condition condition(SegmentCondition condition) {
        try {
            return conditions.compile(condition);
        } catch (UnsatisfiableConditionException unsatisfiable) {
            if (problems.size() < MAX_PROBLEMS) {
                problems.add(unsatisfiable.getMessage());
            }
            return Condition.never();
        }
    }
}
