package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.ServedEnvironment;
import dev.jackstaff.protocols.unleash.Feature;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.FeaturesDocument.Query;
import dev.jackstaff.protocols.unleash.FeaturesWriter;
import dev.jackstaff.protocols.unleash.Segment;
import dev.jackstaff.protocols.unleash.export.UnleashExport;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One revision as the client API shows it: exported once, written and compressed once. Safe for threads. */
final class FeaturesView {
    /** For how many prefixes the documents are kept; clients choose prefixes, so there is a bound. */
    private static final int MOST_PREFIXES = 100;

    private final String scope;
    private final FeaturesDocument document;
    private final Map<String, Feature> byName = new HashMap<>();
    private final Representation whole;
    private final Map<String, Representation> parts = new ConcurrentHashMap<>();

    private FeaturesView(ServedEnvironment environment) {
        FeaturesDocument export = UnleashExport.of(environment.snapshot()).document();
        this.scope = environment.snapshot().key() + ' ' + environment.revision();
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
        this.whole = represented("", FeaturesWriter.write(document));
    }

    static FeaturesView of(ServedEnvironment environment) {
        return environment.view(FeaturesView.class, FeaturesView::new);
    }

    /** Features by name, segments by id. */
    FeaturesDocument document() {
        return document;
    }

    /** All features, or those whose names begin so, with the segments they ask for. */
    Representation features(@Nullable String prefix) {
        if (prefix == null || prefix.isEmpty()) {
            return whole;
        }
        Representation known = parts.get(prefix);
        if (known != null) {
            return known;
        }
        Representation made = represented("prefix " + prefix, FeaturesWriter.write(part(prefix)));
        if (parts.size() < MOST_PREFIXES) {
            parts.put(prefix, made);
        }
        return made;
    }

    Optional<Representation> feature(String name) {
        return Optional.ofNullable(byName.get(name))
                .map(feature -> represented("feature", FeaturesWriter.write(feature)));
    }

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

    private @Nullable Query query(String prefix) {
        Query query = document.query();
        return query == null
                ? null
                : new Query(query.projects(), query.environment(), prefix, query.inlineSegmentConstraints());
    }

    private Representation represented(String part, byte[] bytes) {
        return new Representation(bytes, new Tag(scope + ' ' + part).with(bytes).quoted());
    }
}
