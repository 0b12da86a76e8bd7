package dev.jackstaff.api.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.RuleInstruction.AddRule;
import dev.jackstaff.domain.change.RuleInstruction.MoveRule;
import dev.jackstaff.domain.change.RuleInstruction.RemoveRule;
import dev.jackstaff.domain.change.RuleInstruction.SetRollout;
import dev.jackstaff.domain.change.RuleInstruction.SwitchRule;
import dev.jackstaff.domain.change.RuleInstruction.UpdateRule;
import dev.jackstaff.domain.change.SettingsInstruction.SetFallthrough;
import dev.jackstaff.domain.change.SettingsInstruction.SetOffVariant;
import dev.jackstaff.domain.change.SettingsInstruction.Switch;
import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One instruction of a change. Each type takes the flag and some of the other members.
 *
 * @param type what is to be done
 * @param flag the key of the flag
 * @param variant of {@code set-off-variant}: a variant, or null for the default of the caller
 * @param outcome of {@code set-fallthrough}
 * @param rule the id of the rule, of all types that change one
 * @param definition of {@code add-rule} and {@code update-rule}: the rule
 * @param before of {@code add-rule} and {@code move-rule}: the id of the rule that it comes before; left out for the end
 * @param rollout of {@code set-rollout}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InstructionBody(
        @Schema(
                        enumeration = {
                            "turn-on",
                            "turn-off",
                            "set-off-variant",
                            "set-fallthrough",
                            "add-rule",
                            "update-rule",
                            "move-rule",
                            "remove-rule",
                            "pause-rule",
                            "resume-rule",
                            "set-rollout"
                        })
                @Nullable
                String type,
        @Nullable String flag,
        @Schema(type = SchemaType.STRING, nullable = true) @Nullable JsonText variant,
        @Nullable OutcomeDefinition outcome,
        @Nullable String rule,
        @Nullable RuleDefinition definition,
        @Nullable String before,
        @Nullable RolloutDefinition rollout) {
    private static final Map<String, Set<String>> MEMBERS = Map.ofEntries(
            Map.entry("turn-on", Set.of()),
            Map.entry("turn-off", Set.of()),
            Map.entry("set-off-variant", Set.of("variant")),
            Map.entry("set-fallthrough", Set.of("outcome")),
            Map.entry("add-rule", Set.of("definition", "before")),
            Map.entry("update-rule", Set.of("rule", "definition")),
            Map.entry("move-rule", Set.of("rule", "before")),
            Map.entry("remove-rule", Set.of("rule")),
            Map.entry("pause-rule", Set.of("rule")),
            Map.entry("resume-rule", Set.of("rule")),
            Map.entry("set-rollout", Set.of("rule", "rollout")));

    /**
     * The instruction.
     *
     * @param place its place in the request, for messages: {@code changes[0]}
     */
    StateInstruction toInstruction(String place) {
        String named = RequestFields.required(place + ".type", type);
        Set<String> members = MEMBERS.get(named);
        if (members == null) {
            throw new DomainException.Invalid(
                    place + ".type",
                    "must be one of "
                            + String.join(
                                    ", ", MEMBERS.keySet().stream().sorted().toList()));
        }
        refuseOthers(place, named, members);
        FlagKey key = RequestFields.parse(place + ".flag", flag, FlagKey::new);
        return switch (named) {
            case "turn-on" -> new Switch(key, true);
            case "turn-off" -> new Switch(key, false);
            case "set-off-variant" ->
                new SetOffVariant(
                        key,
                        RequestFields.textOrNull(
                                place + ".variant", RequestFields.required(place + ".variant", variant)));
            case "set-fallthrough" -> new SetFallthrough(key, RequestFields.required(place + ".outcome", outcome));
            case "add-rule" -> new AddRule(key, RequestFields.required(place + ".definition", definition), before);
            case "update-rule" -> new UpdateRule(key, changedRule(place));
            case "move-rule" -> new MoveRule(key, ruleId(place), before);
            case "remove-rule" -> new RemoveRule(key, ruleId(place));
            case "pause-rule" -> new SwitchRule(key, ruleId(place), false);
            case "resume-rule" -> new SwitchRule(key, ruleId(place), true);
            default -> new SetRollout(key, ruleId(place), RequestFields.required(place + ".rollout", rollout));
        };
    }

    private void refuseOthers(String place, String named, Set<String> members) {
        Map<String, Object> given = new LinkedHashMap<>();
        put(given, "variant", variant);
        put(given, "outcome", outcome);
        put(given, "rule", rule);
        put(given, "definition", definition);
        put(given, "before", before);
        put(given, "rollout", rollout);
        given.keySet().stream()
                .filter(member -> !members.contains(member))
                .findFirst()
                .ifPresent(member -> {
                    throw new DomainException.Invalid(place + "." + member, "is not a member of " + named);
                });
    }

    private static void put(Map<String, Object> given, String member, @Nullable Object value) {
        if (value != null) {
            given.put(member, value);
        }
    }

    private String ruleId(String place) {
        return RequestFields.required(place + ".rule", rule);
    }

    private RuleDefinition changedRule(String place) {
        RuleDefinition changed = RequestFields.required(place + ".definition", definition);
        if (!changed.id().isEmpty()) {
            RequestFields.requireUnchanged(place + ".definition.id", changed.id(), ruleId(place));
        }
        return changed.withId(ruleId(place));
    }

    /** The body that stands for an instruction. */
    static InstructionBody of(StateInstruction instruction) {
        String key = instruction.flag().value();
        if (instruction instanceof Switch one) {
            return of(one.enabled() ? "turn-on" : "turn-off", key, null, null);
        }
        if (instruction instanceof SetOffVariant one) {
            JsonText text = JsonText.parse(one.variant() == null ? "null" : JsonText.quoted(one.variant()));
            return new InstructionBody("set-off-variant", key, text, null, null, null, null, null);
        }
        if (instruction instanceof SetFallthrough one) {
            return new InstructionBody("set-fallthrough", key, null, one.outcome(), null, null, null, null);
        }
        if (instruction instanceof AddRule one) {
            return new InstructionBody("add-rule", key, null, null, null, one.definition(), one.before(), null);
        }
        if (instruction instanceof UpdateRule one) {
            return new InstructionBody("update-rule", key, null, null, one.rule(), one.definition(), null, null);
        }
        if (instruction instanceof MoveRule one) {
            return of("move-rule", key, one.rule(), one.before());
        }
        if (instruction instanceof RemoveRule one) {
            return of("remove-rule", key, one.rule(), null);
        }
        if (instruction instanceof SwitchRule one) {
            return of(one.enabled() ? "resume-rule" : "pause-rule", key, one.rule(), null);
        }
        if (instruction instanceof SetRollout one) {
            return new InstructionBody("set-rollout", key, null, null, one.rule(), null, null, one.rollout());
        }
        throw new IllegalStateException("no name for " + instruction.getClass());
    }

    private static InstructionBody of(String type, String key, @Nullable String rule, @Nullable String before) {
        return new InstructionBody(type, key, null, null, rule, null, before, null);
    }
}
