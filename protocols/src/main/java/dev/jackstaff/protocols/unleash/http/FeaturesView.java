package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.FeaturesDocumentReader;
import dev.jackstaff.protocols.unleash.FeaturesDocumentWriter;
import dev.jackstaff.protocols.unleash.RawFeaturesDocument;
import dev.jackstaff.protocols.unleash.UnleashFeature;
import dev.jackstaff.protocols.unleash.UnleashSegment;
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
 * One revision as the client API shows it, written and compressed once. A document from Unleash is served unchanged;
 * native flags are exported, features by name and segments by id; a foreign system's flags cannot be shown.
 * Thread-safe.
 */
final class FeaturesView {
    private final ServedEnvironment environment;
    private final FeaturesDocument document;
    /** The document from Unleash; null for native flags. */
    private final @Nullable RawFeaturesDocument original;

    private final boolean exportable;
    private final byte[] bytes;
    private final Map<String, UnleashFeature> byName = new HashMap<>();
    private final Map<String, Representation> single = new ConcurrentHashMap<>();
    private final BoundedCache<String, Representation> parts = new BoundedCache<>();
    private final Representation whole;

    private FeaturesView(ServedEnvironment environment) {
        this.environment = environment;
        JsonText text = environment.document(FeaturesDocument.DIALECT).orElse(null);
        this.exportable = text != null || environment.dialect() == null;
        if (text != null) {
            this.original = RawFeaturesDocument.of(text);
            this.document = sorted(FeaturesDocumentReader.read(text.json()));
            this.bytes = utf8(text);
        } else {
            this.original = null;
            this.document =
                    exportable ? sorted(UnleashExport.of(environment.snapshot()).document()) : FeaturesDocument.EMPTY;
            this.bytes = FeaturesDocumentWriter.write(document);
        }
        document.features().forEach(feature -> byName.put(feature.name(), feature));
        this.whole = represented(bytes);
    }

    /** The view of any environment; unless it {@link #isExportable}, it must be shown to nobody. */
    static FeaturesView of(ServedEnvironment environment) {
        return environment.view(FeaturesView.class, FeaturesView::new);
    }

    /** The view of an exportable environment; others are refused. */
    static FeaturesView require(ServedEnvironment environment) throws RefusedRequestException {
        FeaturesView view = of(environment);
        if (!view.exportable) {
            throw new RefusedRequestException(UnleashAccess.notExportable(environment.dialect()));
        }
        return view;
    }

    /** Whether the environment can be expressed as a features document: not if it came from another foreign system. */
    boolean isExportable() {
        return exportable;
    }

    FeaturesDocument document() {
        return document;
    }

    /** The whole document, UTF-8; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** The features with impression data: clients notify their listeners of each evaluation. */
    Set<String> featuresWithImpressionData() {
        return document.features().stream()
                .filter(UnleashFeature::impressionData)
                .map(UnleashFeature::name)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** All features, or those with a name prefix, with the segments they use. */
    Reply features(@Nullable String prefix, Negotiation wanted) {
        Representation features = prefix == null || prefix.isEmpty()
                ? whole
                : parts.get(prefix, begin -> represented(prefixBytes(begin)));
        return features.answer(wanted);
    }

    Reply feature(String name, Negotiation wanted) throws RefusedRequestException {
        UnleashFeature feature = byName.get(name);
        if (feature == null) {
            throw new RefusedRequestException(UnleashAccess.noSuchFeature());
        }
        return single.computeIfAbsent(name, absent -> represented(single(feature)))
                .answer(wanted);
    }

    /** The features with a name prefix, with the segments they use. */
    FeaturesDocument withPrefix(String prefix) {
        List<UnleashFeature> features = document.features().stream()
                .filter(feature -> feature.name().startsWith(prefix))
                .toList();
        Set<Integer> asked = new HashSet<>();
        features.forEach(feature -> feature.strategies().forEach(strategy -> asked.addAll(strategy.segments())));
        List<UnleashSegment> segments = document.segments().stream()
                .filter(segment -> asked.contains(segment.id()))
                .toList();
        return new FeaturesDocument(document.version(), features, segments, query(prefix), document.meta());
    }

    private byte[] prefixBytes(String prefix) {
        return original == null
                ? FeaturesDocumentWriter.write(withPrefix(prefix))
                : utf8(original.select(feature -> feature.name().startsWith(prefix), query(prefix)));
    }

    private byte[] single(UnleashFeature feature) {
        return original == null
                ? FeaturesDocumentWriter.write(feature)
                : original.feature(feature.name())
                        .map(FeaturesView::utf8)
                        .orElseGet(() -> FeaturesDocumentWriter.write(feature));
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
                        .sorted(Comparator.comparing(UnleashFeature::name))
                        .toList(),
                document.segments().stream()
                        .sorted(Comparator.comparingInt(UnleashSegment::id))
                        .toList(),
                document.query(),
                document.meta());
    }

    private static byte[] utf8(JsonText text) {
        return text.json().getBytes(StandardCharsets.UTF_8);
    }

    private Representation represented(byte[] bytes) {
        EntityTagBuilder tag = new EntityTagBuilder(
                        EntityTagBuilder.Fingerprint.of(environment.snapshot().key()))
                .add(EntityTagBuilder.Fingerprint.of(bytes));
        return Representation.tagged(bytes, tag.build(), environment.revision());
    }
}
