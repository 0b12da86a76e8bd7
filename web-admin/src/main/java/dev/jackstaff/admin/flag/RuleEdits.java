package dev.jackstaff.admin.flag;

import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.RuleIds;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Edits of the rules of a flag in one environment. A rule that is gone meanwhile is left alone. */
final class RuleEdits {
    private RuleEdits() {}

    /** Puts a rule in the place of the one with its id; at the end if it has none yet. */
    static FlagStateDetails put(FlagStateDetails settings, RuleDefinition rule) {
        if (rule.id().isEmpty()) {
            List<RuleDefinition> rules = new ArrayList<>(settings.rules());
            rules.add(rule.withId(RuleIds.newId()));
            return settings.withRules(rules);
        }
        return change(settings, rule.id(), present -> rule);
    }

    static FlagStateDetails remove(FlagStateDetails settings, String id) {
        return settings.withRules(
                settings.rules().stream().filter(rule -> !rule.id().equals(id)).toList());
    }

    /** Puts a copy of a rule behind it. */
    static FlagStateDetails duplicate(FlagStateDetails settings, String id) {
        List<RuleDefinition> rules = new ArrayList<>();
        for (RuleDefinition rule : settings.rules()) {
            rules.add(rule);
            if (rule.id().equals(id)) {
                rules.add(rule.withId(RuleIds.newId()));
            }
        }
        return settings.withRules(rules);
    }

    /** Pauses a rule, or lets it go on. */
    static FlagStateDetails pause(FlagStateDetails settings, String id) {
        return change(
                settings,
                id,
                rule -> new RuleDefinition(
                        id,
                        rule.name(),
                        rule.note(),
                        !rule.enabled(),
                        rule.condition(),
                        rule.rollout(),
                        rule.outcome()));
    }

    /** Moves a rule to a place, the first being 0. */
    static FlagStateDetails move(FlagStateDetails settings, String id, int place) {
        List<RuleDefinition> rules = new ArrayList<>(settings.rules());
        rules.stream().filter(rule -> rule.id().equals(id)).findFirst().ifPresent(rule -> {
            rules.remove(rule);
            rules.add(Math.min(Math.max(place, 0), rules.size()), rule);
        });
        return settings.withRules(rules);
    }

    private static FlagStateDetails change(FlagStateDetails settings, String id, UnaryOperator<RuleDefinition> edit) {
        return settings.withRules(settings.rules().stream()
                .map(rule -> rule.id().equals(id) ? edit.apply(rule) : rule)
                .toList());
    }
}
