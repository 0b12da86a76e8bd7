package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.condition.Condition;
import dev.jackstaff.protocols.flagsmith.FlagsmithSegment;
import dev.jackstaff.protocols.flagsmith.SegmentCondition;
import dev.jackstaff.protocols.flagsmith.SegmentRule;
import dev.jackstaff.protocols.flagsmith.compiler.SegmentConditionCompiler.UnsatisfiableConditionException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes the condition of a segment of its rules. */
final class SegmentCompiler {
    /** How deep rules may lie within each other. */
    private static final int DEEPEST = 50;

    /** How many conditions of one segment are reported; each is for every feature that the segment overrides. */
    private static final int MOST_PROBLEMS = 10;

    private final SegmentConditionCompiler conditions;
    private final List<String> problems = new ArrayList<>();

    private SegmentCompiler(SegmentConditionCompiler conditions) {
        this.conditions = conditions;
    }

    /**
     * A segment, compiled.
     *
     * @param problems what its conditions ask in vain
     */
    record CompiledSegment(Condition condition, List<String> problems) {}

    /** The compiled segment. A segment that cannot be compiled matches nobody. */
    static CompiledSegment compile(FlagsmithSegment segment, PropertyResolver properties) {
        SegmentCompiler compiler = new SegmentCompiler(new SegmentConditionCompiler(properties, segment.id()));
        try {
            return new CompiledSegment(compiler.all(segment), compiler.problems);
        } catch (IllegalArgumentException broken) {
            compiler.problems.add(broken.getMessage() + ", so nobody is in it");
            return new CompiledSegment(Condition.never(), compiler.problems);
        }
    }

    private Condition all(FlagsmithSegment segment) {
        List<Condition> rules =
                segment.rules().stream().map(rule -> rule(rule, 1)).toList();
        return rules.isEmpty() ? Condition.never() : allOf(rules);
    }

    private Condition rule(SegmentRule rule, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("rules lie at most " + DEEPEST + " deep within each other");
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
        } catch (UnsatisfiableConditionException vain) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(vain.getMessage());
            }
            return Condition.never();
        }
    }
}
