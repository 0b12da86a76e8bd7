package dev.jackstaff.domain.change;

import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.domain.attribute.AttributeName;
import dev.jackstaff.domain.attribute.AttributeState;
import dev.jackstaff.domain.change.AttributeInstruction.CreateAttribute;
import dev.jackstaff.domain.change.AttributeInstruction.DescribeAttribute;
import dev.jackstaff.domain.change.AttributeInstruction.SetAttributeType;
import dev.jackstaff.domain.change.AttributeInstruction.SetAttributeValues;
import dev.jackstaff.domain.change.DetailsInstruction.SetKind;
import dev.jackstaff.domain.change.DetailsInstruction.SetServerOnly;
import dev.jackstaff.domain.change.DetailsInstruction.SetTags;
import dev.jackstaff.domain.change.DetailsInstruction.SetText;
import dev.jackstaff.domain.change.DetailsInstruction.SetText.Text;
import dev.jackstaff.domain.change.EnvironmentInstruction.RenameEnvironment;
import dev.jackstaff.domain.change.EnvironmentInstruction.SetColour;
import dev.jackstaff.domain.change.EnvironmentInstruction.SetProduction;
import dev.jackstaff.domain.change.EnvironmentInstruction.SetSortOrder;
import dev.jackstaff.domain.change.PrerequisiteInstruction.AddPrerequisite;
import dev.jackstaff.domain.change.PrerequisiteInstruction.RemovePrerequisite;
import dev.jackstaff.domain.change.ProjectInstruction.DescribeProject;
import dev.jackstaff.domain.change.ProjectInstruction.RenameProject;
import dev.jackstaff.domain.change.RuleListInstruction.AddRule;
import dev.jackstaff.domain.change.RuleListInstruction.MoveRule;
import dev.jackstaff.domain.change.RuleListInstruction.RemoveRule;
import dev.jackstaff.domain.change.RuleListInstruction.UpdateRule;
import dev.jackstaff.domain.change.RulePartInstruction.DescribeRule;
import dev.jackstaff.domain.change.RulePartInstruction.SetRollout;
import dev.jackstaff.domain.change.RulePartInstruction.SetRuleCondition;
import dev.jackstaff.domain.change.RulePartInstruction.SetRuleOutcome;
import dev.jackstaff.domain.change.RulePartInstruction.SwitchRule;
import dev.jackstaff.domain.change.SegmentInstruction.DescribeSegment;
import dev.jackstaff.domain.change.SegmentInstruction.RenameSegment;
import dev.jackstaff.domain.change.SegmentInstruction.SetCondition;
import dev.jackstaff.domain.change.SettingsInstruction.SetFallthrough;
import dev.jackstaff.domain.change.SettingsInstruction.SetOffVariant;
import dev.jackstaff.domain.change.SettingsInstruction.Switch;
import dev.jackstaff.domain.change.TraitInstruction.MarkStale;
import dev.jackstaff.domain.change.TraitInstruction.SetLinks;
import dev.jackstaff.domain.change.TraitInstruction.SetMetadata;
import dev.jackstaff.domain.change.TraitInstruction.SetSchema;
import dev.jackstaff.domain.change.ValueInstruction.ResetValue;
import dev.jackstaff.domain.change.ValueInstruction.SetValue;
import dev.jackstaff.domain.change.VariantInstruction.AddVariant;
import dev.jackstaff.domain.change.VariantInstruction.MoveVariant;
import dev.jackstaff.domain.change.VariantInstruction.RemoveVariant;
import dev.jackstaff.domain.change.VariantInstruction.UpdateVariant;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.VariantValues;
import dev.jackstaff.domain.project.EnvironmentDetails;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectDetails;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The instructions that make one thing of another: whoever has a whole state in mind, as a PUT, an import or a restore
 * has, asks for what must be changed for it.
 */
public final class InstructionsBetween {
    private InstructionsBetween() {}

    /** From settings of a flag to others; all rules of both have ids. */
    public static List<StateInstruction> settings(FlagKey flag, FlagStateDetails from, FlagStateDetails to) {
        List<StateInstruction> steps = new ArrayList<>();
        if (from.enabled() != to.enabled()) {
            steps.add(new Switch(flag, to.enabled()));
        }
        if (!Objects.equals(from.offVariant(), to.offVariant())) {
            steps.add(new SetOffVariant(flag, to.offVariant()));
        }
        if (!from.fallthrough().equals(to.fallthrough())) {
            steps.add(new SetFallthrough(flag, to.fallthrough()));
        }
        addValues(flag, from.values(), to.values(), steps);
        Map<String, RuleDefinition> before = byKey(from.rules(), RuleDefinition::id);
        Map<String, RuleDefinition> after = byKey(to.rules(), RuleDefinition::id);
        ListDifference difference = ListDifference.between(List.copyOf(before.keySet()), List.copyOf(after.keySet()));
        difference.removed().forEach(id -> steps.add(new RemoveRule(flag, id)));
        after.forEach((id, rule) -> {
            if (before.containsKey(id)) {
                steps.addAll(rule(flag, existing(before, id), rule));
            }
        });
        difference
                .placed()
                .forEach(placing -> steps.add(
                        placing.added()
                                ? new AddRule(flag, existing(after, placing.key()), placing.before())
                                : new MoveRule(flag, placing.key(), placing.before())));
        return steps;
    }

    private static void addValues(FlagKey flag, VariantValues from, VariantValues to, List<StateInstruction> steps) {
        from.json().keySet().stream()
                .filter(variant -> to.of(variant).isEmpty())
                .forEach(variant -> steps.add(new ResetValue(flag, variant)));
        to.json().forEach((variant, value) -> {
            if (!value.equals(from.json().get(variant))) {
                steps.add(new SetValue(flag, variant, value));
            }
        });
    }

    /** One instruction for each part that differs; the whole rule if that is more than two. */
    private static List<StateInstruction> rule(FlagKey flag, RuleDefinition from, RuleDefinition to) {
        List<StateInstruction> steps = Stream.of(
                        new SwitchRule(flag, to.id(), to.enabled()),
                        new SetRollout(flag, to.id(), to.rollout()),
                        new SetRuleOutcome(flag, to.id(), to.outcome()),
                        new SetRuleCondition(flag, to.id(), to.condition()),
                        new DescribeRule(flag, to.id(), to.name(), to.note()))
                .filter(part -> !part.changed(from).equals(from))
                .map(StateInstruction.class::cast)
                .toList();
        return steps.size() > 2 ? List.of(new UpdateRule(flag, to)) : steps;
    }

    /** From details of a flag to others of the same type and bucketing. */
    public static List<FlagInstruction> details(FlagKey flag, FlagDetails from, FlagDetails to) {
        List<FlagInstruction> steps = new ArrayList<>();
        Stream.of(
                        new SetText(flag, Text.NAME, to.name()),
                        new SetText(flag, Text.DESCRIPTION, to.description()),
                        new SetText(flag, Text.OWNER, to.owner()),
                        new SetKind(flag, to.kind()),
                        new SetTags(flag, to.tags()),
                        new SetServerOnly(flag, to.serverOnly()),
                        new SetSchema(flag, to.traits().schema()),
                        new SetMetadata(flag, to.traits().metadata()),
                        new SetLinks(flag, to.traits().links()),
                        new MarkStale(flag, to.traits().stale()))
                .filter(instruction -> !instruction.apply(from).equals(from))
                .forEach(steps::add);
        addVariants(flag, from, to, steps);
        addPrerequisites(flag, from, to, steps);
        return steps;
    }

    private static void addVariants(FlagKey flag, FlagDetails from, FlagDetails to, List<FlagInstruction> steps) {
        Map<String, VariantInput> before = byKey(from.variants(), VariantInput::key);
        Map<String, VariantInput> after = byKey(to.variants(), VariantInput::key);
        ListDifference difference = ListDifference.between(List.copyOf(before.keySet()), List.copyOf(after.keySet()));
        difference.removed().forEach(key -> steps.add(new RemoveVariant(flag, key)));
        after.forEach((key, variant) -> {
            if (before.containsKey(key) && !existing(before, key).equals(variant)) {
                steps.add(new UpdateVariant(flag, variant));
            }
        });
        difference
                .placed()
                .forEach(placing -> steps.add(
                        placing.added()
                                ? new AddVariant(flag, existing(after, placing.key()), placing.before())
                                : new MoveVariant(flag, placing.key(), placing.before())));
    }

    private static void addPrerequisites(FlagKey flag, FlagDetails from, FlagDetails to, List<FlagInstruction> steps) {
        Map<String, PrerequisiteDefinition> before = byKey(from.prerequisites(), PrerequisiteDefinition::flag);
        Map<String, PrerequisiteDefinition> after = byKey(to.prerequisites(), PrerequisiteDefinition::flag);
        before.entrySet().removeIf(entry -> !entry.getValue().equals(after.get(entry.getKey())));
        ListDifference difference = ListDifference.between(List.copyOf(before.keySet()), List.copyOf(after.keySet()));
        Stream.concat(
                        from.prerequisites().stream()
                                .map(PrerequisiteDefinition::flag)
                                .filter(key -> !before.containsKey(key)),
                        difference.placed().stream()
                                .filter(placing -> !placing.added())
                                .map(ListDifference.Placing::key))
                .forEach(key -> steps.add(new RemovePrerequisite(flag, key)));
        difference
                .placed()
                .forEach(placing ->
                        steps.add(new AddPrerequisite(flag, existing(after, placing.key()), placing.before())));
    }

    /** From details of a segment to others. */
    public static List<SegmentInstruction> segment(SegmentKey segment, SegmentDetails from, SegmentDetails to) {
        return differing(
                from,
                List.of(
                        new RenameSegment(segment, to.name()),
                        new DescribeSegment(segment, to.description()),
                        new SetCondition(segment, to.condition())));
    }

    /** From the definition of an attribute, or none, to another. */
    public static List<AttributeInstruction> attribute(
            AttributeName attribute, AttributeState from, AttributeDetails to) {
        if (from.definition() == null) {
            return List.of(new CreateAttribute(attribute, to));
        }
        return differing(
                from,
                List.of(
                        new SetAttributeType(attribute, to.type()),
                        new DescribeAttribute(attribute, to.description()),
                        new SetAttributeValues(attribute, to.values())));
    }

    /** From details of an environment to others. */
    public static List<EnvironmentInstruction> environment(
            EnvironmentKey environment, EnvironmentDetails from, EnvironmentDetails to) {
        return differing(
                from,
                List.of(
                        new RenameEnvironment(environment, to.name()),
                        new SetProduction(environment, to.production()),
                        new SetSortOrder(environment, to.sortOrder()),
                        new SetColour(environment, to.colour())));
    }

    /** From details of a project to others. */
    public static List<ProjectInstruction> project(ProjectDetails from, ProjectDetails to) {
        return differing(from, List.of(new RenameProject(to.name()), new DescribeProject(to.description())));
    }

    private static <S, I extends Edit<S>> List<I> differing(S from, List<I> candidates) {
        return candidates.stream()
                .filter(instruction -> !instruction.apply(from).equals(from))
                .toList();
    }

    private static <T> Map<String, T> byKey(List<T> parts, Function<T, String> key) {
        return parts.stream()
                .collect(Collectors.toMap(key, Function.identity(), (first, second) -> second, LinkedHashMap::new));
    }

    private static <T> T existing(Map<String, T> parts, String key) {
        return Objects.requireNonNull(parts.get(key), key);
    }
}
