package dev.jackstaff.protocols.flagsmith;

import dev.jackstaff.engine.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a feature in an environment, a segment or an identity.
 *
 * @param value a string, an integer or a boolean; null if it has none
 * @param djangoId null or 0 if absent
 * @param uuid empty if absent
 * @param priority of a segment's override, the lowest wins; null is the weakest
 */
public record FeatureState(
        FlagsmithFeature feature,
        boolean enabled,
        @Nullable Value value,
        @Nullable Long djangoId,
        String uuid,
        @Nullable Long priority,
        List<MultivariateValue> multivariateValues) {
    public FeatureState {
        multivariateValues = List.copyOf(multivariateValues);
    }

    /** The hash key of this state's splits: the state's own key, so that an override splits identities anew. */
    public String key() {
        return djangoId == null || djangoId == 0 ? uuid : djangoId.toString();
    }
}
