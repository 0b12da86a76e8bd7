package dev.jackstaff.api.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.api.change.ChangeRecordResponse;
import dev.jackstaff.api.flag.VariantValueBody;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.history.SettingsVersionView;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a flag in an environment as they were, until their next version.
 *
 * @param revision the revision of the environment since which they were so
 * @param offVariant left out for the default of the caller
 * @param values the values that variants had in this environment only
 * @param change what made them so; left out if that is not recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SettingsVersionResponse(
        long revision,
        String at,
        boolean enabled,
        @Nullable String offVariant,
        OutcomeDefinition fallthrough,
        List<RuleDefinition> rules,
        List<VariantValueBody> values,
        @Nullable ChangeRecordResponse change) {
    public SettingsVersionResponse {
        rules = List.copyOf(rules);
        values = List.copyOf(values);
    }

    static SettingsVersionResponse of(SettingsVersionView view) {
        FlagStateDetails settings = view.settings();
        return new SettingsVersionResponse(
                view.revision(),
                view.at().toString(),
                settings.enabled(),
                settings.offVariant(),
                settings.fallthrough(),
                settings.rules(),
                VariantValueBody.of(settings.values()),
                ChangeRecordResponse.ofNullable(view.change()));
    }
}
