package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.PrintableText;
import dev.jackstaff.engine.condition.Condition;
import dev.jackstaff.engine.flag.CompilationProblem;
import dev.jackstaff.engine.flag.EvaluationCost;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.flag.Outcome;
import dev.jackstaff.engine.flag.Rule;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument;
import dev.jackstaff.protocols.flagsmith.FeatureState;
import dev.jackstaff.protocols.flagsmith.FlagsmithSegment;
import dev.jackstaff.protocols.flagsmith.IdentityOverride;
import dev.jackstaff.protocols.flagsmith.compiler.SegmentCompiler.CompiledSegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A compiler of environment documents to a {@link FlagSet}. A flag's rules are its overrides, the strongest first: that
 * of the identity, then those of segments by priority. The targeting key of the context is the identifier, and every
 * other attribute a trait.
 *
 * <p>A condition that can never hold (an invalid operand, a division by zero, an unknown operator) is reported and
 * false. A segment with a pattern that RE2 does not support, or a rule of an unknown type, is reported and matches
 * nobody. If a feature's overrides would take too long to evaluate, this is reported and its segment overrides are
 * ignored.
 */
public final class EnvironmentDocumentCompiler {
    /** The segment name that evaluations of identity overrides report. */
    public static final String IDENTITY_OVERRIDES = "identity_overrides";

    private final EnvironmentDocument document;
    private final PropertyResolver properties;
    private final Set<Long> serverOnly;
    private final Map<String, List<SegmentOverride>> overrides = new HashMap<>();
    private final Map<String, Map<String, FeatureState>> identityOverrides = new HashMap<>();
    private final List<CompilationProblem> problems = new ArrayList<>();
    private final EvaluationCost cost = new EvaluationCost();

    private EnvironmentDocumentCompiler(EnvironmentDocument document) {
        this.document = document;
        this.properties = new PropertyResolver(document.apiKey(), document.name());
        this.serverOnly = new HashSet<>(document.project().serverKeyOnlyFeatureIds());
    }

    /** The compiled features of an environment, in the document's order. */
    public static FlagSet compile(EnvironmentDocument document) {
        return new EnvironmentDocumentCompiler(document).flagSet();
    }

    /** The state of a feature in a segment. */
    private record SegmentOverride(String segment, Condition condition, FeatureState state) {
        /** The override's priority; the weakest if the document has none. */
        long priority() {
            Long priority = state.priority();
            return priority == null ? Long.MAX_VALUE : priority;
        }
    }

    private FlagSet flagSet() {
        Map<Long, FlagsmithSegment> segments = new LinkedHashMap<>();
        document.project().segments().forEach(segment -> segments.put(segment.id(), segment));
        segments.values().forEach(this::collect);
        document.identityOverrides().forEach(this::collect);
        Map<String, FeatureState> features = new LinkedHashMap<>();
        document.featureStates().forEach(state -> features.put(state.feature().name(), state));
        return new FlagSet(features.values().stream().map(this::flag).toList(), problems);
    }

    private void collect(FlagsmithSegment segment) {
        if (segment.featureStates().isEmpty()) {
            return;
        }
        String name = PrintableText.singleLine(segment.name());
        CompiledSegment compiled = SegmentCompiler.compile(segment, properties);
        Condition condition = new Condition.InSegment(name, compiled.condition());
        Map<String, SegmentOverride> strongest = new LinkedHashMap<>();
        for (FeatureState state : segment.featureStates()) {
            strongest.merge(
                    state.feature().name(),
                    new SegmentOverride(name, condition, state),
                    (known, other) -> other.priority() < known.priority() ? other : known);
        }
        strongest.forEach((feature, override) -> {
            overrides.computeIfAbsent(feature, absent -> new ArrayList<>()).add(override);
            compiled.problems()
                    .forEach(reason -> problems.add(
                            new CompilationProblem(PrintableText.singleLine(feature), "segment " + name, reason)));
        });
    }

    private void collect(IdentityOverride override) {
        for (FeatureState state : override.features()) {
            identityOverrides
                    .computeIfAbsent(state.feature().name(), name -> new HashMap<>())
                    .putIfAbsent(override.identifier(), state);
        }
    }

    private Flag flag(FeatureState state) {
        String name = state.feature().name();
        FeatureOutcomes answers = new FeatureOutcomes(name, properties.identityPrefix());
        List<Rule> rules = new ArrayList<>();
        Map<String, FeatureState> ofIdentities = identityOverrides.getOrDefault(name, Map.of());
        if (!ofIdentities.isEmpty()) {
            rules.add(new Rule.Lookup(IDENTITY_OVERRIDES, new IdentifierAttribute(), outcomes(ofIdentities, answers)));
        }
        boolean hidden = serverOnly.contains(state.feature().id());
        Outcome own = answers.byDefault(state);
        Flag withoutSegments = flag(name, hidden, rules, own);
        overrides.getOrDefault(name, List.of()).stream()
                .sorted(Comparator.comparingLong(SegmentOverride::priority))
                .forEach(override -> rules.add(new Rule.Conditional(
                        override.segment(),
                        override.condition(),
                        answers.inSegment(override.state(), override.segment()))));
        return bounded(flag(name, hidden, rules, own), withoutSegments);
    }

    private static Flag flag(String name, boolean hidden, List<Rule> rules, Outcome own) {
        return new Flag(name, hidden, List.of(), rules.isEmpty() ? own : new Outcome.FirstMatch(rules, own));
    }

    /** The flag, or the one without segment overrides if evaluating them would take too long. */
    private Flag bounded(Flag flag, Flag withoutSegments) {
        try {
            return cost.requireWithinLimit(flag);
        } catch (IllegalArgumentException tooExpensive) {
            problems.add(new CompilationProblem(
                    PrintableText.singleLine(flag.key()),
                    "",
                    tooExpensive.getMessage() + ", so no segment's override counts"));
            return withoutSegments;
        }
    }

    /** The outcomes of identity overrides; equal states share one outcome, however many identities have them. */
    private static Map<String, Outcome> outcomes(Map<String, FeatureState> states, FeatureOutcomes answers) {
        Map<Outcome, Outcome> distinct = new HashMap<>();
        Map<String, Outcome> outcomes = new HashMap<>(states.size() * 2);
        states.forEach((identifier, state) -> {
            Outcome outcome = answers.forIdentity(state, IDENTITY_OVERRIDES);
            outcomes.put(identifier, distinct.computeIfAbsent(outcome, same -> same));
        });
        return outcomes;
    }
}
