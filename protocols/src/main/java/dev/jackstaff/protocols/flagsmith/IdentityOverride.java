package dev.jackstaff.protocols.flagsmith;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The feature states of one identity, which take precedence over all segments.
 *
 * @param features their splits are ignored: an identity has one value
 */
public record IdentityOverride(
        String identifier,
        @Nullable String environmentApiKey,
        @Nullable String identityUuid,
        @Nullable String createdDate,
        @Nullable Long djangoId,
        @Nullable String compositeKey,
        List<FeatureState> features) {
    public IdentityOverride {
        features = List.copyOf(features);
    }

    public static IdentityOverride of(String identifier, List<FeatureState> features) {
        return new IdentityOverride(identifier, null, null, null, null, null, features);
    }
}
