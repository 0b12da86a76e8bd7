package dev.jackstaff.protocols.unleash;

import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.json.TolerantReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reader of Unleash features documents, which accepts a document as a whole or not at all. Unknown members are
 * skipped, nulls mean absence, and a shape that Unleash does not use is refused with its place.
 */
public final class FeaturesDocumentReader {
    /** The maximum number of features in a document. */
    public static final int MAX_FEATURES = 10_000;

    /** The maximum number of segments in a document. */
    public static final int MAX_SEGMENTS = 10_000;

    private final DocumentReader reader;
    private final TolerantReader tolerant;
    private final UnleashFeatureReader features;
    private final UnleashSegmentReader segments;

    private FeaturesDocumentReader(DocumentReader reader) {
        this.reader = reader;
        this.tolerant = new TolerantReader(reader);
        UnleashVariantReader variants = new UnleashVariantReader(reader, tolerant);
        StrategyReader strategies = new StrategyReader(reader, tolerant, variants);
        this.features = new UnleashFeatureReader(reader, tolerant, strategies, variants);
        this.segments = new UnleashSegmentReader(reader, tolerant, strategies);
    }

    /**
     * The document in UTF-8 bytes.
     *
     * @throws DocumentException if the bytes are no such document; the message names the line, the column and the
     *     member
     */
    public static FeaturesDocument read(byte[] document) {
        return DocumentReader.readWhole(document, reader -> new FeaturesDocumentReader(reader).document());
    }

    /** The document in a text; see {@link #read(byte[])}. */
    public static FeaturesDocument read(String document) {
        return DocumentReader.readWhole(document, reader -> new FeaturesDocumentReader(reader).document());
    }

    private FeaturesDocument document() {
        var read = new Object() {
            @Nullable
            Integer version;

            @Nullable
            List<UnleashFeature> features;

            List<UnleashSegment> segments = List.of();
            FeaturesDocument.@Nullable Query query;
            FeaturesDocument.@Nullable Meta meta;
        };
        reader.object(member -> {
            switch (member) {
                case "version" -> read.version = version();
                case "features" -> read.features = reader.array(features::feature);
                case "segments" -> read.segments = tolerant.list(segments::segment);
                case "query" -> read.query = query();
                case "meta" -> read.meta = meta();
                default -> {
                    return false;
                }
            }
            return true;
        });
        int version = tolerant.required(read.version, "a features document needs \"version\"");
        List<UnleashFeature> features = tolerant.required(read.features, "a features document needs \"features\"");
        return new FeaturesDocument(version, features, read.segments, read.query, read.meta);
    }

    private int version() {
        int version = reader.integer();
        if (version < 1 || version > FeaturesDocument.NEWEST_VERSION) {
            throw reader.refusal("features version " + version + " is unknown; this version reads up to "
                    + FeaturesDocument.NEWEST_VERSION);
        }
        return version;
    }

    private FeaturesDocument.@Nullable Query query() {
        if (reader.isNull()) {
            return null;
        }
        var read = new Object() {
            List<String> projects = List.of();

            @Nullable
            String environment;

            @Nullable
            String namePrefix;

            boolean inlineSegmentConstraints;
        };
        reader.object(member -> {
            switch (member) {
                case "projects", "project" -> read.projects = tolerant.texts();
                case "environment" -> read.environment = tolerant.optionalText();
                case "namePrefix" -> read.namePrefix = tolerant.optionalText();
                case "inlineSegmentConstraints" -> read.inlineSegmentConstraints = tolerant.bool(false);
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new FeaturesDocument.Query(
                read.projects, read.environment, read.namePrefix, read.inlineSegmentConstraints);
    }

    private FeaturesDocument.@Nullable Meta meta() {
        if (reader.isNull()) {
            return null;
        }
        var read = new Object() {
            @Nullable
            String etag;

            @Nullable
            Long revisionId;

            @Nullable
            String queryHash;
        };
        reader.object(member -> {
            switch (member) {
                case "etag" -> read.etag = tolerant.optionalText();
                case "revisionId" -> read.revisionId = reader.isNull() ? null : (Long) reader.longInteger();
                case "queryHash" -> read.queryHash = tolerant.optionalText();
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new FeaturesDocument.Meta(read.etag, read.revisionId, read.queryHash);
    }
}
