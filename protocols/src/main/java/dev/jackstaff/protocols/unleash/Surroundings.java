package dev.jackstaff.protocols.unleash;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a feature may refer to: the other features of its document, and the segments that are there natively. */
record Surroundings(Map<String, Feature> features, Set<String> segmentKeys) {
    Surroundings {
        features = Map.copyOf(features);
        segmentKeys = Set.copyOf(segmentKeys);
    }

    static Surroundings of(FeaturesDocument document, List<ConvertedSegment> segments) {
        Map<String, Feature> features = new HashMap<>();
        document.features().forEach(feature -> features.put(feature.name(), feature));
        Set<String> keys = new HashSet<>();
        segments.forEach(segment -> segment.definition().ifPresent(definition -> keys.add(definition.key())));
        return new Surroundings(features, keys);
    }

    static String segmentKey(int id) {
        return "unleash-" + id;
    }

    Optional<Feature> feature(String name) {
        return Optional.ofNullable(features.get(name));
    }
}
