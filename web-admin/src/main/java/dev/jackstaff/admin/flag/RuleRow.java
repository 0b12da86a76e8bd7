package dev.jackstaff.admin.flag;

import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.io.Serializable;

/**
 * A rule as shown on the page.
 *
 * @param condition the rule's condition in plain language
 * @param outcome the rule's outcome in plain language
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
