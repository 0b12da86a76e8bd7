package dev.jackstaff.protocols.unleash;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One change of the features and segments of an environment, with its place in the order of all changes. */
public sealed interface DeltaEvent {
    long eventId();

    /** Changes what it concerns. */
    void applyTo(SortedMap<String, UnleashFeature> features, SortedMap<Integer, UnleashSegment> segments);

    /** All there is, in place of all there was. */
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

    /** A feature that is new, or replaces the one of its name. */
    record FeatureUpdated(long eventId, UnleashFeature feature) implements DeltaEvent {
        @Override
        public void applyTo(SortedMap<String, UnleashFeature> features, SortedMap<Integer, UnleashSegment> segments) {
            features.put(feature.name(), feature);
        }
    }

    /**
     * A feature that is gone.
     *
     * @param project where it was; Unleash's own engine reads no event without it
     */
    record FeatureRemoved(long eventId, String featureName, @Nullable String project) implements DeltaEvent {
        @Override
        public void applyTo(SortedMap<String, UnleashFeature> features, SortedMap<Integer, UnleashSegment> segments) {
            features.remove(featureName);
        }
    }

    /** A segment that is new, or replaces the one of its id. */
    record SegmentUpdated(long eventId, UnleashSegment segment) implements DeltaEvent {
        @Override
        public void applyTo(SortedMap<String, UnleashFeature> features, SortedMap<Integer, UnleashSegment> segments) {
            segments.put(segment.id(), segment);
        }
    }

    /** A segment that is gone. */
    record SegmentRemoved(long eventId, int segmentId) implements DeltaEvent {
        @Override
        public void applyTo(SortedMap<String, UnleashFeature> features, SortedMap<Integer, UnleashSegment> segments) {
            segments.remove(segmentId);
        }
    }
}
