package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.bucketing.BucketRanges;
import dev.jackstaff.engine.bucketing.Md5Bucketing;
import dev.jackstaff.engine.condition.Condition;
import dev.jackstaff.engine.flag.Outcome;
import dev.jackstaff.engine.flag.Rule;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.protocols.flagsmith.SegmentCondition;
import dev.jackstaff.protocols.flagsmith.export.RuleAllocation;
import dev.jackstaff.protocols.flagsmith.export.RuleAllocation.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The compiled parts of an allocation: who is in one of them, and what each serves. */
final class AllocatedParts {
    private final List<Part> parts;
    private final PropertyResolver properties;
    private final List<@Nullable Condition> shares = new ArrayList<>();

    AllocatedParts(RuleAllocation allocation, PropertyResolver properties) {
        this.parts = allocation.parts();
        this.properties = properties;
        for (Part part : parts) {
            SegmentCondition share = part.share();
            shares.add(share == null ? null : share(share, part.segmentId()));
        }
    }

    private Condition share(SegmentCondition share, int segmentId) {
        try {
            return new SegmentConditionCompiler(properties, segmentId).compile(share);
        } catch (IllegalArgumentException unknownProperty) {
            return Condition.never();
        }
    }

    /** The condition that a subject is in one of the parts. */
    Condition condition() {
        List<Condition> alternatives = new ArrayList<>();
        for (Condition share : shares) {
            if (share == null) {
                return Condition.always();
            }
            alternatives.add(share);
        }
        return alternatives.size() == 1 ? alternatives.get(0) : new Condition.Any(alternatives);
    }

    /**
     * The outcome of the first part that a subject is in; the last one's if it is in none before.
     *
     * @param compiled the native outcome, whose evaluations are served
     */
    Outcome outcome(OutcomeDefinition definition, Outcome compiled) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < parts.size() - 1; i++) {
            Condition share = shares.get(i);
            Outcome outcome = outcome(parts.get(i), definition, compiled);
            rules.add(new Rule.Conditional("", share == null ? Condition.always() : share, outcome));
        }
        Outcome last = outcome(parts.get(parts.size() - 1), definition, compiled);
        return rules.isEmpty() ? last : new Outcome.FirstMatch(rules, last);
    }

    private Outcome outcome(Part part, OutcomeDefinition definition, Outcome compiled) {
        if (!(compiled instanceof Outcome.Split ofNative && definition instanceof OutcomeDefinition.Split split)) {
            return compiled;
        }
        if (part.outcome() instanceof OutcomeDefinition.Serve serve) {
            return new Outcome.Fixed(evaluation(serve.variant(), split, ofNative));
        }
        return part.outcome() instanceof OutcomeDefinition.Split shared
                ? multivariate(part, shared, split, ofNative)
                : compiled;
    }

    /** A split by identity. As in Flagsmith, whoever has no identity, or is beyond all parts, gets the first variant. */
    private Outcome multivariate(
            Part part, OutcomeDefinition.Split shared, OutcomeDefinition.Split split, Outcome.Split compiled) {
        List<Evaluation> evaluations = shared.variants().stream()
                .map(share -> evaluation(share.variant(), split, compiled))
                .toList();
        BucketRanges ranges = new BucketRanges(
                Md5Bucketing.bucketer(part.splitKey(), properties.identityPrefix()),
                Md5Bucketing.upperBounds(RuleAllocation.percentages(shared.variants()).stream()
                        .map(Number::doubleValue)
                        .toList()));
        Evaluation first = evaluations.get(0);
        return new Outcome.Split(ranges, new FlagsmithStickiness.ByIdentity(), evaluations, first, first, false);
    }

    private static Evaluation evaluation(String variant, OutcomeDefinition.Split split, Outcome.Split compiled) {
        for (int i = 0; i < split.variants().size(); i++) {
            if (split.variants().get(i).variant().equals(variant)) {
                return compiled.evaluations().get(i);
            }
        }
        throw new IllegalArgumentException("no variant \"" + variant + "\" in the split");
    }
}
