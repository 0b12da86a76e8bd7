package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.ServedEnvironment;
import dev.jackstaff.protocols.unleash.Feature;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.FeaturesReader;
import dev.jackstaff.protocols.unleash.FeaturesText;
import dev.jackstaff.protocols.unleash.FeaturesWriter;
import dev.jackstaff.protocols.unleash.Segment;
import dev.jackstaff.protocols.unleash.export.UnleashExport;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One revision as the client API shows it, written and compressed once. A document that came from Unleash is shown as it came;
 * flags of our own are exported, features by name and segments by id; of other systems there is none. Safe for threads.
 */
final class FeaturesView {
    private final ServedEnvironment environment;
    private final FeaturesDocument document;
    /** What came from Unleash; null for flags of our own. */
    private final @Nullable FeaturesText carried;

    private final boolean sayable;
    private final byte[] bytes;
    private final Map<String, Feature> byName = new HashMap<>();
    private final Map<String, Representation> single = new ConcurrentHashMap<>();
    private final Kept<String, Representation> parts = new Kept<>();
    private final Representation whole;

    private FeaturesView(ServedEnvironment environment) {
        this.environment = environment;
        JsonText text = environment.document(FeaturesDocument.DIALECT).orElse(null);
        this.sayable = text != null || environment.dialect() == null;
        if (text != null) {
            this.carried = FeaturesText.of(text);
            this.document = sorted(FeaturesReader.read(text.json()));
            this.bytes = utf8(text);
        } else {
            this.carried = null;
            this.document =
                    sayable ? sorted(UnleashExport.of(environment.snapshot()).document()) : FeaturesDocument.EMPTY;
            this.bytes = FeaturesWriter.write(document);
        }
        document.features().forEach(feature -> byName.put(feature.name(), feature));
        this.whole = represented(bytes);
    }

    /** The view of any environment; of one that is not {@link #sayable} it must be shown to nobody. */
    static FeaturesView of(ServedEnvironment environment) {
        return environment.view(FeaturesView.class, FeaturesView::new);
    }

    /** The view of an environment that there can be one of. */
    static FeaturesView require(ServedEnvironment environment) throws Refused {
        FeaturesView view = of(environment);
        if (!view.sayable) {
            throw new Refused(Gate.unsayable(environment.dialect()));
        }
        return view;
    }

    /** Whether the environment can be said as a features document: not where it came from a third system. */
    boolean sayable() {
        return sayable;
    }

    FeaturesDocument document() {
        return document;
    }

    /** The whole document, UTF-8; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** The features of which clients tell their listeners whenever they are asked for. */
    Set<String> recorded() {
        return document.features().stream()
                .filter(Feature::impressionData)
                .map(Feature::name)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** All features, or those whose names begin so, with the segments they ask for. */
    Reply features(@Nullable String prefix, Wanted wanted) {
        Representation features =
                prefix == null || prefix.isEmpty() ? whole : parts.get(prefix, begin -> represented(partly(begin)));
        return features.answer(wanted);
    }

    Reply feature(String name, Wanted wanted) throws Refused {
        Feature feature = byName.get(name);
        if (feature == null) {
            throw new Refused(Gate.noSuchFeature());
        }
        return single.computeIfAbsent(name, absent -> represented(single(feature)))
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

    private byte[] partly(String prefix) {
        return carried == null
                ? FeaturesWriter.write(part(prefix))
                : utf8(carried.only(feature -> feature.name().startsWith(prefix), query(prefix)));
    }

    private byte[] single(Feature feature) {
        return carried == null
                ? FeaturesWriter.write(feature)
                : carried.feature(feature.name())
                        .map(FeaturesView::utf8)
                        .orElseGet(() -> FeaturesWriter.write(feature));
    }

    private FeaturesDocument.@Nullable Query query(String prefix) {
        FeaturesDocument.Query query = document.query();
        return query == null
                ? null
                : new FeaturesDocument.Query(
                        query.projects(), query.environment(), prefix, query.inlineSegmentConstraints());
    }

    private static FeaturesDocument sorted(FeaturesDocument document) {
        return new FeaturesDocument(
                document.version(),
                document.features().stream()
                        .sorted(Comparator.comparing(Feature::name))
                        .toList(),
                document.segments().stream()
                        .sorted(Comparator.comparingInt(Segment::id))
                        .toList(),
                document.query(),
                document.meta());
    }

    private static byte[] utf8(JsonText text) {
        return text.json().getBytes(StandardCharsets.UTF_8);
    }

    private Representation represented(byte[] bytes) {
        Tag tag = new Tag(Tag.Fingerprint.of(environment.snapshot().key())).with(Tag.Fingerprint.of(bytes));
        return Representation.tagged(bytes, tag.quoted(), environment.revision());
    }
}
