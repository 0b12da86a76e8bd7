package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.unleash.Delta;
import dev.jackstaff.protocols.unleash.DeltaEvent;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.UnleashFeature;
import dev.jackstaff.protocols.unleash.UnleashSegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The latest changes of an environment, in their order. Every event of a revision has the revision as its id, so that a
 * client that has seen one of them has seen them all.
 *
 * @param since the revision before the first of the events
 * @param revision of the last of them
 */
record ChangeHistory(long since, long revision, List<DeltaEvent> events) {
    /** The maximum number of remembered events. */
    static final int MAX_EVENTS = 100;

    ChangeHistory {
        events = List.copyOf(events);
    }

    /** An empty history. */
    static ChangeHistory startingAt(long revision) {
        return new ChangeHistory(revision, revision, List.of());
    }

    /** The events after a revision; empty if they are not known, or no longer. */
    Optional<List<DeltaEvent>> after(long known) {
        if (known < since || known > revision) {
            return Optional.empty();
        }
        return Optional.of(
                events.stream().filter(event -> event.eventId() > known).toList());
    }

    /** A history with the events of the next revision added; above the limit, the oldest revisions are dropped. */
    ChangeHistory append(FeaturesDocument before, FeaturesDocument after, long next) {
        List<DeltaEvent> all = new ArrayList<>(events);
        all.addAll(between(before, after, next));
        long forgotten = since;
        while (all.size() > MAX_EVENTS) {
            long oldest = all.get(0).eventId();
            all.removeIf(event -> event.eventId() == oldest);
            forgotten = oldest;
        }
        return new ChangeHistory(forgotten, next, all);
    }

    /** The full state as a delta. */
    static Delta hydration(FeaturesDocument document, long revision) {
        return new Delta(List.of(new DeltaEvent.Hydration(revision, document.features(), document.segments())));
    }

    private static List<DeltaEvent> between(FeaturesDocument before, FeaturesDocument after, long revision) {
        List<DeltaEvent> events = new ArrayList<>();
        Map<Integer, UnleashSegment> segments = new HashMap<>();
        before.segments().forEach(segment -> segments.put(segment.id(), segment));
        for (UnleashSegment segment : after.segments()) {
            if (!segment.equals(segments.remove(segment.id()))) {
                events.add(new DeltaEvent.SegmentUpdated(revision, segment));
            }
        }
        Map<String, UnleashFeature> features = new HashMap<>();
        before.features().forEach(feature -> features.put(feature.name(), feature));
        for (UnleashFeature feature : after.features()) {
            if (!feature.equals(features.remove(feature.name()))) {
                events.add(new DeltaEvent.FeatureUpdated(revision, feature));
            }
        }
        features.values()
                .forEach(gone -> events.add(new DeltaEvent.FeatureRemoved(revision, gone.name(), gone.project())));
        segments.keySet().forEach(gone -> events.add(new DeltaEvent.SegmentRemoved(revision, gone)));
        return events;
    }

    /** Whether an event concerns a client that follows only features with a name prefix; segments concern all. */
    static boolean concerns(DeltaEvent event, @Nullable String prefix) {
        if (prefix == null || prefix.isEmpty()) {
            return true;
        }
        if (event instanceof DeltaEvent.FeatureUpdated updated) {
            return updated.feature().name().startsWith(prefix);
        }
        if (event instanceof DeltaEvent.FeatureRemoved removed) {
            return removed.featureName().startsWith(prefix);
        }
        return true;
    }
}
