package dev.jackstaff.protocols.unleash;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The changes of an Unleash environment: the response of {@code GET /api/client/delta}, and the data of its stream.
 */
public record Delta(List<DeltaEvent> events) {
    public Delta {
        events = List.copyOf(events);
    }

    /**
     * The document after these changes, applied in their order; features are sorted by name and segments by id. The
     * last event's id is the document's revision.
     *
     * @throws IllegalArgumentException if the document would then exceed the limits of the reader
     */
    public FeaturesDocument applyTo(FeaturesDocument document) {
        if (events.isEmpty()) {
            return document;
        }
        SortedMap<String, UnleashFeature> features = new TreeMap<>();
        SortedMap<Integer, UnleashSegment> segments = new TreeMap<>();
        document.features().forEach(feature -> features.put(feature.name(), feature));
        document.segments().forEach(segment -> segments.put(segment.id(), segment));
        for (DeltaEvent event : events) {
            event.applyTo(features, segments);
        }
        check(features.size(), FeaturesDocumentReader.MAX_FEATURES, "features");
        check(segments.size(), FeaturesDocumentReader.MAX_SEGMENTS, "segments");
        long revision = events.get(events.size() - 1).eventId();
        return new FeaturesDocument(
                FeaturesDocument.NEWEST_VERSION,
                List.copyOf(features.values()),
                List.copyOf(segments.values()),
                document.query(),
                new FeaturesDocument.Meta(null, revision, null));
    }

    private static void check(int size, int max, String what) {
        if (size > max) {
            throw new IllegalArgumentException(
                    "the changes would make " + size + " " + what + "; a document must have at most " + max);
        }
    }
}
