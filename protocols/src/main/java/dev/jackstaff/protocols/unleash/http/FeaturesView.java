package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.ServedEnvironment;
import dev.jackstaff.protocols.unleash.Feature;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.FeaturesWriter;
import dev.jackstaff.protocols.unleash.Segment;
import dev.jackstaff.protocols.unleash.export.UnleashExport;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One revision as the client API shows it: exported once, written and compressed once. Features by name, segments by id. Safe
 * for threads.
 */
final class FeaturesView {
    private final ServedEnvironment environment;
    private final FeaturesDocument document;
    private final Map<String, Feature> byName = new HashMap<>();
    private final Map<String, Representation> single = new ConcurrentHashMap<>();
    private final Kept<String, Representation> parts = new Kept<>();
    private final Representation whole;

    private FeaturesView(ServedEnvironment environment) {
        this.environment = environment;
        FeaturesDocument export = UnleashExport.of(environment.snapshot()).document();
        this.document = new FeaturesDocument(
                export.version(),
                export.features().stream()
                        .sorted(Comparator.comparing(Feature::name))
                        .toList(),
                export.segments().stream()
                        .sorted(Comparator.comparingInt(Segment::id))
                        .toList(),
                export.query(),
                export.meta());
        document.features().forEach(feature -> byName.put(feature.name(), feature));
        this.whole = represented(FeaturesWriter.write(document));
    }

    static FeaturesView of(ServedEnvironment environment) {
        return environment.view(FeaturesView.class, FeaturesView::new);
    }

    FeaturesDocument document() {
        return document;
    }

    /** All features, or those whose names begin so, with the segments they ask for. */
    Reply features(@Nullable String prefix, Wanted wanted) {
        Representation features = prefix == null || prefix.isEmpty()
                ? whole
                : parts.get(prefix, begin -> represented(FeaturesWriter.write(part(begin))));
        return features.answer(wanted);
    }

    Reply feature(String name, Wanted wanted) throws Refused {
        Feature feature = byName.get(name);
        if (feature == null) {
            throw new Refused(Gate.noSuchFeature());
        }
        return single.computeIfAbsent(name, absent -> represented(FeaturesWriter.write(feature)))
                .answer(wanted);
    }

    /** The features whose names begin so, with the segments they ask for. */
    FeaturesDocument part(String prefix) {
        List<Feature> features = document.features().stream()
                .filter(feature -> feature.name().startsWith(prefix))
                .toList();
        Set<Integer> asked = new HashSet<>();
        features.forEach(feature -> feature.strategies().forEach(strategy -> asked.addAll(strategy.segments())));
        List<Segment> segments = document.segments().stream()
                .filter(segment -> asked.contains(segment.id()))
                .toList();
        return new FeaturesDocument(document.version(), features, segments, query(prefix), document.meta());
    }

    private FeaturesDocument.@Nullable Query query(String prefix) {
        FeaturesDocument.Query query = document.query();
        return query == null
                ? null
                : new FeaturesDocument.Query(
                        query.projects(), query.environment(), prefix, query.inlineSegmentConstraints());
    }

    private Representation represented(byte[] bytes) {
        Tag tag = new Tag(Tag.Fingerprint.of(environment.snapshot().key())).with(Tag.Fingerprint.of(bytes));
        return Representation.tagged(bytes, tag.quoted(), environment.revision());
    }
}
