package dev.jackstaff.domain.change;

import dev.jackstaff.domain.change.SettingsField.Part;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.VariantValues;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Settings of a flag in one environment of which parts are taken to another. Rules are told apart by the ids that they
 * have there.
 */
public final class SettingsMerge {
    private final FlagStateDetails from;
    private final FlagStateDetails into;
    private final Map<String, RuleDefinition> offered;
    private final Map<String, RuleDefinition> present;

    /** A merge of which nothing is chosen yet. */
    public SettingsMerge(FlagStateDetails from, FlagStateDetails into) {
        this.from = from;
        this.into = into;
        this.offered = byId(RuleAlignment.aligned(from.rules(), into.rules()));
        this.present = byId(into.rules());
    }

    private static Map<String, RuleDefinition> byId(List<RuleDefinition> rules) {
        Map<String, RuleDefinition> byId = new LinkedHashMap<>();
        rules.forEach(rule -> byId.put(rule.id(), rule));
        return byId;
    }

    /** The parts that differ: of a rule its rollout, and all the rest of it. */
    public List<SettingsField> differing() {
        List<SettingsField> fields = new ArrayList<>();
        add(fields, SettingsField.ENABLED, from.enabled() != into.enabled());
        offered.values().forEach(rule -> addRule(fields, rule));
        present.keySet().forEach(id -> add(fields, SettingsField.rule(id), !offered.containsKey(id)));
        add(fields, SettingsField.RULE_ORDER, !shared(offered, present).equals(shared(present, offered)));
        add(fields, SettingsField.FALLTHROUGH, !from.fallthrough().equals(into.fallthrough()));
        add(fields, SettingsField.OFF_VARIANT, !Objects.equals(from.offVariant(), into.offVariant()));
        Set<String> variants = new TreeSet<>(from.values().json().keySet());
        variants.addAll(into.values().json().keySet());
        variants.forEach(variant -> add(
                fields,
                SettingsField.value(variant),
                !from.values().of(variant).equals(into.values().of(variant))));
        return fields;
    }

    private static void add(List<SettingsField> fields, SettingsField field, boolean differs) {
        if (differs) {
            fields.add(field);
        }
    }

    private void addRule(List<SettingsField> fields, RuleDefinition rule) {
        RuleDefinition other = present.get(rule.id());
        add(
                fields,
                SettingsField.rule(rule.id()),
                other == null || !restOf(rule, other).equals(other));
        add(
                fields,
                SettingsField.rollout(rule.id()),
                other != null && !rule.rollout().equals(other.rollout()));
    }

    /** A rule but for its rollout, which another one has. */
    private static RuleDefinition restOf(RuleDefinition rule, RuleDefinition other) {
        return new RuleDefinition(
                rule.id(), rule.name(), rule.note(), rule.enabled(), rule.condition(), other.rollout(), rule.outcome());
    }

    private static RuleDefinition rolloutOf(RuleDefinition rule, RuleDefinition other) {
        return new RuleDefinition(
                other.id(),
                other.name(),
                other.note(),
                other.enabled(),
                other.condition(),
                rule.rollout(),
                other.outcome());
    }

    private static List<String> shared(Map<String, RuleDefinition> rules, Map<String, RuleDefinition> others) {
        return rules.keySet().stream().filter(others::containsKey).toList();
    }

    /** The settings with the chosen parts; a part that does not differ changes nothing. */
    public FlagStateDetails taking(Collection<SettingsField> chosen) {
        FlagStateDetails result = into;
        for (SettingsField field : chosen) {
            result = field.part() == Part.VALUE ? withValue(result, field.owner()) : withPart(result, field);
        }
        return result.withRules(rules(chosen));
    }

    private FlagStateDetails withPart(FlagStateDetails settings, SettingsField field) {
        return switch (field.part()) {
            case ENABLED -> settings.withEnabled(from.enabled());
            case FALLTHROUGH -> settings.withFallthrough(from.fallthrough());
            case OFF_VARIANT -> settings.withOffVariant(from.offVariant());
            default -> settings;
        };
    }

    private FlagStateDetails withValue(FlagStateDetails settings, String variant) {
        VariantValues values = settings.values();
        return settings.withValues(from.values()
                .of(variant)
                .map(value -> values.with(variant, value))
                .orElseGet(() -> values.without(variant)));
    }

    private List<RuleDefinition> rules(Collection<SettingsField> chosen) {
        List<RuleDefinition> rules = new ArrayList<>(into.rules());
        rules.removeIf(rule -> !offered.containsKey(rule.id()) && chosen.contains(SettingsField.rule(rule.id())));
        rules.replaceAll(rule -> changed(chosen).apply(rule));
        addMissing(rules, chosen);
        if (chosen.contains(SettingsField.RULE_ORDER)) {
            sort(rules);
        }
        return rules;
    }

    private UnaryOperator<RuleDefinition> changed(Collection<SettingsField> chosen) {
        return rule -> {
            RuleDefinition other = offered.get(rule.id());
            RuleDefinition result = rule;
            if (other != null && chosen.contains(SettingsField.rule(rule.id()))) {
                result = restOf(other, result);
            }
            if (other != null && chosen.contains(SettingsField.rollout(rule.id()))) {
                result = rolloutOf(other, result);
            }
            return result;
        };
    }

    /** A rule that is not there yet comes behind the one that precedes it where it is from. */
    private void addMissing(List<RuleDefinition> rules, Collection<SettingsField> chosen) {
        int place = 0;
        for (RuleDefinition rule : offered.values()) {
            int found = placeOf(rules, rule.id());
            if (found >= 0) {
                place = found + 1;
            } else if (chosen.contains(SettingsField.rule(rule.id()))) {
                rules.add(place, rule);
                place++;
            }
        }
    }

    private static int placeOf(List<RuleDefinition> rules, String id) {
        return rules.stream().map(RuleDefinition::id).toList().indexOf(id);
    }

    /** Puts the rules that both have into the order of the others, in the places that these rules have. */
    private void sort(List<RuleDefinition> rules) {
        Map<String, RuleDefinition> there = byId(rules);
        List<String> ordered = shared(offered, there);
        int next = 0;
        for (int i = 0; i < rules.size(); i++) {
            if (offered.containsKey(rules.get(i).id())) {
                rules.set(i, Objects.requireNonNull(there.get(ordered.get(next))));
                next++;
            }
        }
    }
}
