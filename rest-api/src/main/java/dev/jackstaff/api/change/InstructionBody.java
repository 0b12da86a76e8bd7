package dev.jackstaff.api.change;

import dev.jackstaff.api.flag.FlagRequest;
import dev.jackstaff.api.flag.LinkBody;
import dev.jackstaff.domain.attribute.AttributeType;
import dev.jackstaff.domain.change.InstructionType;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.project.EnvironmentColour;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
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
 * One instruction of a change. Each type takes what it is about (a flag, a segment, an attribute, an environment), and some of the other
 * members.
 *
 * @param type what is to be done
 * @param flag the key of the flag
 * @param environment of types that change settings: the key of the environment, if it is not that of the whole change; of
 *     types about an environment: its key
 * @param segment the key of the segment
 * @param variant of {@code set-off-variant} and of types that change a variant or its value: its key; null for the default of the caller
 * @param value of {@code add-variant}, {@code update-variant} and {@code set-value}: any JSON of the flag's type
 * @param outcome of {@code set-fallthrough} and {@code set-rule-outcome}
 * @param rule of types that change a rule: its id
 * @param definition of {@code add-rule} and {@code update-rule}: the rule
 * @param before of types that add or move: the id or key of the part that it comes before; left out for the end
 * @param rollout of {@code set-rollout}
 * @param condition of types about a segment, and of {@code set-rule-condition}
 * @param name of types that name something
 * @param note of {@code describe-rule}
 * @param description of types that describe something, and of types that add or change a variant
 * @param owner of {@code set-owner}
 * @param kind of {@code set-kind}
 * @param tags of {@code set-tags}
 * @param serverOnly of {@code set-server-only}
 * @param prerequisite of types that change a prerequisite: the key of the other flag
 * @param variants of {@code add-prerequisite}: the variants one of which the other flag must serve; left out for any
 * @param schema of {@code set-schema}: a JSON Schema, or null for none
 * @param metadata of {@code set-metadata}: strings, numbers and booleans by name
 * @param links of {@code set-links}
 * @param details of {@code create-flag}: the flag, as it is created otherwise
 * @param force of types that delete: true to delete also what is live
 * @param id of types that bring something back: the id of what was deleted
 * @param attribute the name of the attribute
 * @param valueType of {@code create-attribute} and {@code set-attribute-type}: the type of the attribute's values
 * @param values of {@code create-attribute} and {@code set-attribute-values}: the legal values, strings or numbers; empty if
 *     every value is legal
 * @param production whether an environment is used in production
 * @param sortOrder the position of an environment, lowest first
 * @param colour the colour of an environment
 */
@Schema(requiredProperties = "type")
public record InstructionBody(
        @Schema(implementation = InstructionType.class) @Nullable String type,
        @Nullable String flag,
        @Nullable String environment,
        @Nullable String segment,
        @Schema(type = SchemaType.STRING, nullable = true) @Nullable JsonText variant,
        @Schema(implementation = Object.class) @Nullable JsonText value,
        @Nullable OutcomeDefinition outcome,
        @Nullable String rule,
        @Nullable RuleDefinition definition,
        @Nullable String before,
        @Nullable RolloutDefinition rollout,
        @Nullable ConditionDefinition condition,
        @Nullable String name,
        @Nullable String note,
        @Nullable String description,
        @Nullable String owner,
        @Schema(implementation = FlagKind.class) @Nullable String kind,
        @Nullable List<@Nullable String> tags,
        @Nullable Boolean serverOnly,
        @Nullable String prerequisite,
        @Nullable List<@Nullable String> variants,
        @Schema(implementation = Object.class, nullable = true) @Nullable JsonText schema,
        @Schema(implementation = Object.class) @Nullable JsonText metadata,
        @Nullable List<@Nullable LinkBody> links,
        @Nullable FlagRequest details,
        @Nullable Boolean force,
        @Nullable String id,
        @Nullable String attribute,
        @Schema(implementation = AttributeType.class) @Nullable String valueType,
        @Schema(type = SchemaType.ARRAY, implementation = Object.class) @Nullable List<@Nullable JsonText> values,
        @Nullable Boolean production,
        @Nullable Integer sortOrder,
        @Schema(implementation = EnvironmentColour.class) @Nullable String colour) {

    /** The members that are there but for the type, by name. */
    Set<String> members() {
        Map<String, Object> given = new LinkedHashMap<>();
        put(given, "flag", flag);
        put(given, "environment", environment);
        put(given, "segment", segment);
        put(given, "variant", variant);
        put(given, "value", value);
        put(given, "outcome", outcome);
        put(given, "rule", rule);
        put(given, "definition", definition);
        put(given, "before", before);
        put(given, "rollout", rollout);
        put(given, "condition", condition);
        put(given, "name", name);
        put(given, "note", note);
        put(given, "description", description);
        put(given, "owner", owner);
        put(given, "kind", kind);
        put(given, "tags", tags);
        put(given, "serverOnly", serverOnly);
        put(given, "prerequisite", prerequisite);
        put(given, "variants", variants);
        put(given, "schema", schema);
        put(given, "metadata", metadata);
        put(given, "links", links);
        put(given, "details", details);
        put(given, "force", force);
        put(given, "id", id);
        put(given, "attribute", attribute);
        put(given, "valueType", valueType);
        put(given, "values", values);
        put(given, "production", production);
        put(given, "sortOrder", sortOrder);
        put(given, "colour", colour);
        return given.keySet();
    }

    private static void put(Map<String, Object> given, String member, @Nullable Object value) {
        if (value != null) {
            given.put(member, value);
        }
    }
}
