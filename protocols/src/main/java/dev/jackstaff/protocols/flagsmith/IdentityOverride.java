package dev.jackstaff.protocols.flagsmith;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What some features are for one identity, whatever segments it is in.
 *
 * @param features their splits do not count: an identity has one value
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
