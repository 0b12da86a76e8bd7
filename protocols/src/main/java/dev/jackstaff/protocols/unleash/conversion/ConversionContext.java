package dev.jackstaff.protocols.unleash.conversion;

import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.UnleashFeature;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The other features and the segments that a feature may refer to.
 *
 * @param catalogs the variants of every feature that can itself be converted
 */
record ConversionContext(
        Map<String, UnleashFeature> features, Map<String, VariantCatalog> catalogs, Set<String> segmentKeys) {
    ConversionContext {
        features = Collections.unmodifiableMap(new HashMap<>(features));
        catalogs = Collections.unmodifiableMap(new HashMap<>(catalogs));
        segmentKeys = Collections.unmodifiableSet(new HashSet<>(segmentKeys));
    }

    static ConversionContext of(FeaturesDocument document, List<ConvertedSegment> segments) {
        Map<String, UnleashFeature> features = new HashMap<>();
        Map<String, VariantCatalog> catalogs = new HashMap<>();
        for (UnleashFeature feature : document.features()) {
            features.put(feature.name(), feature);
            if (ConversionBlocker.findOwn(feature).isEmpty()) {
                catalogs.put(feature.name(), VariantCatalog.of(feature));
            }
        }
        Set<String> keys = new HashSet<>();
        segments.forEach(segment -> segment.definition().ifPresent(definition -> keys.add(definition.key())));
        return new ConversionContext(features, catalogs, keys);
    }

    static String segmentKey(int id) {
        return "unleash-" + id;
    }

    /** The variants of a feature that can itself be converted. */
    VariantCatalog catalog(String feature) {
        return Objects.requireNonNull(catalogs.get(feature), feature);
    }

    Optional<UnleashFeature> feature(String name) {
        return Optional.ofNullable(features.get(name));
    }
}
