package dev.jackstaff.domain.change;

import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.DefinitionWriter;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a flag's settings in an environment, as instructions read and write it.
 *
 * @param owner the id of the rule, or the key of the variant, that it is a part of; empty if it is of none
 */
public record SettingsField(Part part, String owner) implements InstructionField<FlagStateDetails> {
    public static final SettingsField ENABLED = new SettingsField(Part.ENABLED, "");
    public static final SettingsField OFF_VARIANT = new SettingsField(Part.OFF_VARIANT, "");
    public static final SettingsField FALLTHROUGH = new SettingsField(Part.FALLTHROUGH, "");
    public static final SettingsField RULE_ORDER = new SettingsField(Part.RULE_ORDER, "");

    /** The parts that settings have. */
    public enum Part {
        ENABLED,
        OFF_VARIANT,
        FALLTHROUGH,
        RULE_ORDER,
        RULE,
        RULE_ENABLED,
        RULE_ROLLOUT,
        RULE_OUTCOME,
        RULE_CONDITION,
        RULE_TEXT,
        VALUE
    }

    /** A whole rule. */
    static SettingsField rule(String id) {
        return new SettingsField(Part.RULE, id);
    }

    /** Whether a rule is paused. */
    static SettingsField ruleEnabled(String id) {
        return new SettingsField(Part.RULE_ENABLED, id);
    }

    /** The share of subjects that a rule is rolled out to. */
    static SettingsField rollout(String id) {
        return new SettingsField(Part.RULE_ROLLOUT, id);
    }

    /** What a rule serves. */
    static SettingsField ruleOutcome(String id) {
        return new SettingsField(Part.RULE_OUTCOME, id);
    }

    /** Whom a rule matches. */
    static SettingsField ruleCondition(String id) {
        return new SettingsField(Part.RULE_CONDITION, id);
    }

    /** The name and the note of a rule. */
    static SettingsField ruleText(String id) {
        return new SettingsField(Part.RULE_TEXT, id);
    }

    /** The value that a variant has in this environment only. */
    static SettingsField value(String variant) {
        return new SettingsField(Part.VALUE, variant);
    }

    @Override
    public @Nullable String valueIn(FlagStateDetails settings) {
        return switch (part) {
            case ENABLED -> Boolean.toString(settings.enabled());
            case OFF_VARIANT -> quotedOrNull(settings.offVariant());
            case FALLTHROUGH -> DefinitionWriter.outcome(settings.fallthrough());
            case RULE_ORDER ->
                JsonText.quoted(
                        settings.rules().stream().map(RuleDefinition::id).toList());
            case RULE -> ofRule(settings, DefinitionWriter::rule);
            case RULE_ENABLED -> ofRule(settings, present -> Boolean.toString(present.enabled()));
            case RULE_ROLLOUT -> ofRule(settings, present -> DefinitionWriter.rollout(present.rollout()));
            case RULE_OUTCOME -> ofRule(settings, present -> DefinitionWriter.outcome(present.outcome()));
            case RULE_CONDITION -> ofRule(settings, present -> DefinitionWriter.condition(present.condition()));
            case RULE_TEXT ->
                ofRule(
                        settings,
                        present -> JsonText.quoted(
                                present.name() + (present.note().isEmpty() ? "" : ": " + present.note())));
            case VALUE -> settings.values().of(owner).orElse(null);
        };
    }

    private @Nullable String ofRule(FlagStateDetails settings, Function<RuleDefinition, String> value) {
        return settings.rules().stream()
                .filter(present -> present.id().equals(owner))
                .map(value)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String quotedOrNull(@Nullable String text) {
        return text == null ? null : JsonText.quoted(text);
    }

    /** Its place in the document of the settings, such as {@code rules/4f1c20aa/rollout}. */
    @Override
    public String toString() {
        return switch (part) {
            case ENABLED -> "enabled";
            case OFF_VARIANT -> "offVariant";
            case FALLTHROUGH -> "fallthrough";
            case RULE_ORDER -> "rules";
            case RULE -> "rules/" + owner;
            case RULE_ENABLED -> "rules/" + owner + "/enabled";
            case RULE_ROLLOUT -> "rules/" + owner + "/rollout";
            case RULE_OUTCOME -> "rules/" + owner + "/outcome";
            case RULE_CONDITION -> "rules/" + owner + "/condition";
            case RULE_TEXT -> "rules/" + owner + "/name";
            case VALUE -> "values/" + owner;
        };
    }
}
