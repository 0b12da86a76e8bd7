package dev.jackstaff.api.flag;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that changes the settings of a flag in one environment. Members that only responses have are
 * ignored, so a response can be sent back.
 *
 * @param offVariant left out if the client's own default applies while the flag is off
 * @param rules in their order; left out for none
 */
@JsonIgnoreProperties({"key", "environment", "updatedAt", "revision"})
public record FlagStateRequest(
        @Nullable Boolean enabled,
        @Nullable String offVariant,
        @Nullable OutcomeDefinition fallthrough,
        @Nullable List<@Nullable RuleDefinition> rules,
        @Nullable Long version) {
    FlagStateDetails toDetails() {
        return new FlagStateDetails(
                RequestFields.required("enabled", enabled),
                offVariant,
                RequestFields.required("fallthrough", fallthrough),
                RequestFields.list("rules", rules));
    }
}
