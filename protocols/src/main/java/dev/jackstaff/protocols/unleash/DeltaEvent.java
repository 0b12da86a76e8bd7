package dev.jackstaff.protocols.unleash;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A change of an environment's features and segments, with its position in the sequence of all changes. */
public sealed interface DeltaEvent {
    long eventId();

    /** Applies the change to the features and segments. */
    void applyTo(SortedMap<String, UnleashFeature> features, SortedMap<Integer, UnleashSegment> segments);

    /** The full state, which replaces everything. */
    record Hydration(long eventId, List<UnleashFeature> features, List<UnleashSegment> segments) implements DeltaEvent {
        public Hydration {
            features = List.copyOf(features);
            segments = List.copyOf(segments);
        }

        @Override
        public void applyTo(SortedMap<String, UnleashFeature> features, SortedMap<Integer, UnleashSegment> segments) {
            features.clear();
            segments.clear();
            this.features.forEach(feature -> features.put(feature.name(), feature));
            this.segments.forEach(segment -> segments.put(segment.id(), segment));
        }
    }

    /** A new feature, or a replacement of the one with its name. */
    record FeatureUpdated(long eventId, UnleashFeature feature) implements DeltaEvent {
        @Override
        public void applyTo(SortedMap<String, UnleashFeature> features, SortedMap<Integer, UnleashSegment> segments) {
            features.put(feature.name(), feature);
        }
    }

    /**
     * The removal of a feature.
     *
     * @param project the feature's project; Unleash's own engine refuses events without it
     */
    record FeatureRemoved(long eventId, String featureName, @Nullable String project) implements DeltaEvent {
        @Override
        public void applyTo(SortedMap<String, UnleashFeature> features, SortedMap<Integer, UnleashSegment> segments) {
            features.remove(featureName);
        }
    }

    /** A new segment, or a replacement of the one with its id. */
    record SegmentUpdated(long eventId, UnleashSegment segment) implements DeltaEvent {
        @Override
        public void applyTo(SortedMap<String, UnleashFeature> features, SortedMap<Integer, UnleashSegment> segments) {
            segments.put(segment.id(), segment);
        }
    }

    /** The removal of a segment. */
    record SegmentRemoved(long eventId, int segmentId) implements DeltaEvent {
        @Override
        public void applyTo(SortedMap<String, UnleashFeature> features, SortedMap<Integer, UnleashSegment> segments) {
            segments.remove(segmentId);
        }
    }
}
