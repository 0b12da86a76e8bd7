package dev.jackstaff.api.change;

import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.LinkedHashMap;
import java.util.List;
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
 * @param variant of {@code set-off-variant} and of types that change a variant: its key; null for the default of the caller
 * @param value of {@code add-variant} and {@code update-variant}: any JSON of the flag's type
 * @param outcome of {@code set-fallthrough}
 * @param rule of types that change a rule: its id
 * @param definition of {@code add-rule} and {@code update-rule}: the rule
 * @param before of types that add or move: the id or key of the part that it comes before; left out for the end
 * @param rollout of {@code set-rollout}
 * @param name of {@code rename}
 * @param description of {@code describe}, and of types that add or change a variant
 * @param owner of {@code set-owner}
 * @param kind of {@code set-kind}
 * @param tags of {@code set-tags}
 * @param serverOnly of {@code set-server-only}
 * @param prerequisite of types that change a prerequisite: the key of the other flag
 * @param variants of {@code add-prerequisite}: the variants one of which the other flag must serve; left out for any
 */
@Schema(requiredProperties = {"type", "flag"})
public record InstructionBody(
        @Schema(implementation = InstructionType.class) @Nullable String type,
        @Nullable String flag,
        @Schema(type = SchemaType.STRING, nullable = true) @Nullable JsonText variant,
        @Schema(implementation = Object.class) @Nullable JsonText value,
        @Nullable OutcomeDefinition outcome,
        @Nullable String rule,
        @Nullable RuleDefinition definition,
        @Nullable String before,
        @Nullable RolloutDefinition rollout,
        @Nullable String name,
        @Nullable String description,
        @Nullable String owner,
        @Schema(implementation = FlagKind.class) @Nullable String kind,
        @Nullable List<@Nullable String> tags,
        @Nullable Boolean serverOnly,
        @Nullable String prerequisite,
        @Nullable List<@Nullable String> variants) {

    /** The members that are there but for type and flag, by name. */
    Set<String> members() {
        Map<String, Object> given = new LinkedHashMap<>();
        put(given, "variant", variant);
        put(given, "value", value);
        put(given, "outcome", outcome);
        put(given, "rule", rule);
        put(given, "definition", definition);
        put(given, "before", before);
        put(given, "rollout", rollout);
        put(given, "name", name);
        put(given, "description", description);
        put(given, "owner", owner);
        put(given, "kind", kind);
        put(given, "tags", tags);
        put(given, "serverOnly", serverOnly);
        put(given, "prerequisite", prerequisite);
        put(given, "variants", variants);
        return given.keySet();
    }

    private static void put(Map<String, Object> given, String member, @Nullable Object value) {
        if (value != null) {
            given.put(member, value);
        }
    }
}
