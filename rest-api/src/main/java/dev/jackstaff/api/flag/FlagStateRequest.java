package dev.jackstaff.api.flag;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that changes the settings of a flag in one environment. Members that only responses have are
 * ignored, so a response can be sent back. The off variant, the rules and the values stay as they are if they are left
 * out.
 *
 * @param enabled required
 * @param offVariant null if the client's own default applies while the flag is off
 * @param fallthrough required
 * @param rules in their order; an empty list for none
 * @param values the values that variants have in this environment only; an empty list for none
 */
@JsonIgnoreProperties({"key", "environment", "updatedAt", "revision"})
public record FlagStateRequest(
        @Nullable Boolean enabled,
        @Schema(type = SchemaType.STRING, nullable = true) @Nullable JsonText offVariant,
        @Nullable OutcomeDefinition fallthrough,
        @Nullable List<@Nullable RuleDefinition> rules,
        @Nullable List<@Nullable VariantValueBody> values,
        @Nullable Long version) {
    FlagStateDetails toDetails(FlagStateView before) {
        return new FlagStateDetails(
                RequestFields.required("enabled", enabled),
                offVariant == null ? before.offVariant() : RequestFields.textOrNull("offVariant", offVariant),
                RequestFields.required("fallthrough", fallthrough),
                rules == null ? before.rules() : RequestFields.list("rules", rules),
                values == null ? before.values() : VariantValueBody.toValues(RequestFields.list("values", values)));
    }

    /** The patched settings. What was removed is as in a new flag, but that can be no more than off variant, rules and values. */
    FlagStateDetails toPatched() {
        return new FlagStateDetails(
                RequestFields.required("enabled", enabled),
                offVariant == null ? null : RequestFields.textOrNull("offVariant", offVariant),
                RequestFields.required("fallthrough", fallthrough),
                RequestFields.list("rules", rules),
                VariantValueBody.toValues(RequestFields.list("values", values)));
    }
}
