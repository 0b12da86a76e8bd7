package dev.jackstaff.api.flexflag;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.boundary.NewFlag;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of a FlexFlag flag request. Its default value becomes a variant of its own unless a variation has it. Rules
 * are written by the management API only: an incomplete conversion of rules could turn flags on for everybody.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FlexflagFlagRequest(
        @Nullable String key,
        @Nullable String name,
        @Nullable String description,
        @Nullable String type,
        @Nullable Boolean enabled,
        @JsonProperty("default") @Nullable JsonText usual,
        @Nullable String environment,
        @JsonProperty("project_id") @Nullable String project,
        @Nullable List<@Nullable String> tags,
        @Nullable List<@Nullable Variation> variations,
        @Nullable JsonText targeting) {
    private static final String DEFAULT = "default";
    private static final Pattern EMPTY_MEMBERS =
            Pattern.compile("\\s|,|\"(rules|segments|rollout)\"\\s*:\\s*(\\[\\s*\\]|null)");

    /** A variation, identified by its id or else by its name. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Variation(
            @Nullable String id, @Nullable String name, @Nullable String description, @Nullable JsonText value) {
        private VariantInput toInput() {
            return new VariantInput(
                    RequestFields.required("variations.id", id == null || id.isBlank() ? name : id),
                    RequestFields.required("variations.value", value).json(),
                    RequestFields.text(description));
        }
    }

    NewFlag toNewFlag() {
        return new NewFlag(
                RequestFields.parse("key", key, FlagKey::new),
                new FlagDetails(
                        RequestFields.required("name", name),
                        RequestFields.text(description),
                        valueType(),
                        FlagKind.RELEASE,
                        "",
                        tagList(),
                        false,
                        variants(),
                        List.of()));
    }

    List<String> tagList() {
        return RequestFields.list("tags", tags);
    }

    /** The settings: on or off as requested, with the default value for everybody in both positions. */
    FlagStateDetails toState() {
        String served = defaultVariant();
        return new FlagStateDetails(enabled != null && enabled, served, new OutcomeDefinition.Serve(served), List.of());
    }

    /**
     * Settings as this request changes them.
     *
     * @param defaultVariant the variant with the default value; null if the request has none
     */
    FlagStateDetails changed(FlagStateDetails before, @Nullable String defaultVariant) {
        FlagStateDetails switched = before.withEnabled(enabled == null ? before.enabled() : enabled);
        return defaultVariant == null
                ? switched
                : switched.withOffVariant(defaultVariant).withFallthrough(new OutcomeDefinition.Serve(defaultVariant));
    }

    void refuseTargeting() {
        if (targeting != null && hasRules(targeting)) {
            throw new DomainException.Invalid(
                    "targeting",
                    "rules cannot be set here; use PUT /api/v1/projects/{project}/flags/{flag}/environments/...");
        }
    }

    /** Whether targeting has any rule, rollout or segment; empty members have no effect. */
    private static boolean hasRules(JsonText targeting) {
        String rest = EMPTY_MEMBERS.matcher(targeting.json()).replaceAll("");
        return !rest.equals("{}") && !rest.equals("null");
    }

    private ValueType valueType() {
        return switch (RequestFields.required("type", type)) {
            case "boolean" -> ValueType.BOOLEAN;
            case "string" -> ValueType.STRING;
            case "number" -> ValueType.NUMBER;
            case "json" -> ValueType.JSON;
            case "variant" -> allStrings() ? ValueType.STRING : ValueType.JSON;
            default ->
                throw new DomainException.Invalid("type", "must be one of boolean, string, number, json, variant");
        };
    }

    private boolean allStrings() {
        return requiredDefault().json().startsWith("\"")
                && variants().stream().allMatch(variant -> variant.json().startsWith("\""));
    }

    private JsonText requiredDefault() {
        return RequestFields.required(DEFAULT, usual);
    }

    private List<VariantInput> variants() {
        List<VariantInput> variants = new ArrayList<>();
        if ("boolean".equals(type)
                && RequestFields.list("variations", variations).isEmpty()) {
            variants.add(new VariantInput("on", "true", ""));
            variants.add(new VariantInput("off", "false", ""));
        }
        RequestFields.list("variations", variations).forEach(variation -> variants.add(variation.toInput()));
        String value = requiredDefault().json();
        if (variants.stream().noneMatch(variant -> variant.json().equals(value))) {
            variants.add(new VariantInput(DEFAULT, value, ""));
        }
        return variants;
    }

    private String defaultVariant() {
        String value = requiredDefault().json();
        return variants().stream()
                .filter(variant -> variant.json().equals(value))
                .map(VariantInput::key)
                .findFirst()
                .orElse(DEFAULT);
    }
}
