package dev.jackstaff.domain.flag.control;

import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.VariantValues;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagSettings;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.flag.CompilationProblem;
import dev.jackstaff.engine.snapshot.DefinitionWriter;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.engine.snapshot.SegmentDefinition;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A validator of flags that runs the compiler edges use, so that nothing is stored that an edge would refuse. Valid for
 * one project at one moment.
 */
public final class FlagValidator {
    /** The maximum length of a flag's rules in an environment, in characters of their JSON. */
    static final int MAX_RULES_LENGTH = 1_000_000;

    private static final FlagSettings WITHOUT_RULES =
            new FlagSettings(true, null, new OutcomeDefinition.Off(), List.of(), VariantValues.NONE);
    private static final Pattern RULE = Pattern.compile("rule (\\d+)");

    private final Map<String, Flag> flags;
    private final Collection<SegmentDefinition> segments;

    /**
     * A validator of flags among these.
     *
     * @param flags all flags that are not archived, the one in question included
     */
    public FlagValidator(Collection<Flag> flags, Collection<SegmentDefinition> segments) {
        this.flags = flags.stream().collect(Collectors.toMap(flag -> flag.key().value(), Function.identity()));
        this.segments = segments;
    }

    /** Adds a violation if a flag's prerequisites are invalid. */
    public void checkPrerequisites(Flag flag, Violations violations) {
        for (PrerequisiteDefinition prerequisite : flag.prerequisites()) {
            checkVariants(prerequisite, violations);
        }
        if (!flag.prerequisites().isEmpty()) {
            List<FlagDefinition> all = flags.values().stream()
                    .map(sibling -> FlagState.definitionOf(sibling, WITHOUT_RULES))
                    .collect(Collectors.toCollection(ArrayList::new));
            all.sort((one, other) -> Boolean.compare(!isDefinitionOf(one, flag), !isDefinitionOf(other, flag)));
            SnapshotCompiler.compile(all, List.of()).problems().stream()
                    .findFirst()
                    .ifPresent(problem -> violations.add("prerequisites", problem.reason()));
        }
    }

    private static boolean isDefinitionOf(FlagDefinition definition, Flag flag) {
        return definition.key().equals(flag.key().value());
    }

    private void checkVariants(PrerequisiteDefinition prerequisite, Violations violations) {
        Flag parent = flags.get(prerequisite.flag());
        if (parent == null) {
            return;
        }
        List<String> variantKeys =
                parent.content().variants().stream().map(FlagVariant::key).toList();
        for (String variant : prerequisite.variants()) {
            violations.require(
                    variantKeys.contains(variant),
                    "prerequisites",
                    "flag \"" + prerequisite.flag() + "\" has no variant \"" + variant + "\"");
        }
    }

    /** Adds a violation if these settings of a flag are invalid, ignoring prerequisites. */
    public void checkDecision(Flag flag, FlagSettings decision, Violations violations) {
        checkStorable(decision, violations);
        List<String> ids = decision.rules().stream()
                .map(RuleDefinition::id)
                .filter(id -> !id.isEmpty())
                .toList();
        violations.require(Set.copyOf(ids).size() == ids.size(), "rules", "two rules have the same id");
        findProblem(flag, decision).ifPresent(problem -> violations.add(fieldOf(problem.place()), problem.reason()));
    }

    /** Adds a violation if PostgreSQL could not store settings. */
    public static void checkStorable(FlagSettings decision, Violations violations) {
        String rules = DefinitionWriter.rules(decision.rules());
        violations.checkStorableJson("rules", rules);
        violations.require(rules.length() <= MAX_RULES_LENGTH, "rules", "must have at most 1 MB");
        decision.values().json().forEach((variant, value) -> checkStorable(variant, value, violations));
        violations.checkStorableJson("fallthrough", DefinitionWriter.outcome(decision.fallthrough()));
    }

    private static void checkStorable(String variant, String value, Violations violations) {
        violations.checkText("values", variant, FlagContentParser.MAX_TAG_LENGTH);
        violations.checkStorableJson("values", value);
        violations.require(
                FlagContentParser.isStorableSize(value),
                "values",
                "the value of \"" + variant + "\" must have at most 64 kB");
    }

    /** The first problem of the values that variants have in one environment. */
    private static Optional<CompilationProblem> findProblem(Flag flag, VariantValues values) {
        Set<String> variants =
                flag.content().variants().stream().map(FlagVariant::key).collect(Collectors.toSet());
        for (Map.Entry<String, String> value : values.json().entrySet()) {
            if (!variants.contains(value.getKey())) {
                return problem(
                        flag, "there is no variant \"" + value.getKey() + "\" that could have a value of its own");
            }
            try {
                Value.parse(flag.type(), value.getValue());
            } catch (IllegalArgumentException unfit) {
                return problem(flag, "variant \"" + value.getKey() + "\": " + unfit.getMessage());
            }
            Optional<String> unfit = TraitsCheck.problem(flag.content().traits(), value.getValue());
            if (unfit.isPresent()) {
                return problem(flag, "variant \"" + value.getKey() + "\": " + unfit.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<CompilationProblem> problem(Flag flag, String reason) {
        return Optional.of(new CompilationProblem(flag.key().value(), "values", reason));
    }

    /** The first compilation problem of these settings of a flag, ignoring prerequisites. */
    public Optional<CompilationProblem> findProblem(Flag flag, FlagSettings decision) {
        Optional<CompilationProblem> ofValues = findProblem(flag, decision.values());
        if (ofValues.isPresent()) {
            return ofValues;
        }
        FlagDefinition whole = FlagState.definitionOf(flag, decision);
        FlagDefinition alone = new FlagDefinition(
                whole.key(),
                whole.type(),
                whole.enabled(),
                whole.serverOnly(),
                whole.variants(),
                whole.offVariant(),
                whole.fallthrough(),
                List.of(),
                whole.rules(),
                whole.bucketing());
        return SnapshotCompiler.compile(List.of(alone), segments).problems().stream()
                .findFirst();
    }

    /** Converts the engine's place ({@code rule 3}) to a field path ({@code rules[2]}). */
    static String fieldOf(String place) {
        Matcher rule = RULE.matcher(place);
        if (rule.matches()) {
            return "rules[" + (Integer.parseInt(rule.group(1)) - 1) + "]";
        }
        return place.equals("off variant") ? "offVariant" : place.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    }
}
