package dev.jackstaff.admin.flag;

import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.io.Serializable;

/**
 * A rule as the page shows it.
 *
 * @param condition whom it concerns, in plain language
 * @param outcome what those get, in plain language
 */
public record RuleRow(String name, String condition, String outcome, boolean enabled) implements Serializable {
    static RuleRow of(RuleDefinition rule) {
        return new RuleRow(
                rule.name(),
                RuleDescription.condition(rule.condition()),
                RuleDescription.outcome(rule),
                rule.enabled());
    }
}
