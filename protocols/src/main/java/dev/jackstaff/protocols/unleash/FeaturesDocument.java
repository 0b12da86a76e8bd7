package dev.jackstaff.protocols.unleash;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything an Unleash server tells its clients of one environment: the answer of {@code GET /api/client/features}, and
 * the format of bootstrap and backup files. Features have distinct names, segments distinct ids.
 *
 * @param version 1 or 2; version 1 has no segments
 * @param query what the document was asked for, where it says so
 * @param meta which state of the server it shows, where it says so
 */
public record FeaturesDocument(
        int version,
        List<UnleashFeature> features,
        List<UnleashSegment> segments,
        @Nullable Query query,
        @Nullable Meta meta) {
    /** The name under which snapshots carry these documents. */
    public static final String DIALECT = "unleash";

    /** The version of the documents that are written here. */
    public static final int NEWEST_VERSION = 2;

    /** The document of an environment of which nothing is known yet. */
    public static final FeaturesDocument EMPTY = new FeaturesDocument(NEWEST_VERSION, List.of(), List.of(), null, null);

    public FeaturesDocument {
        features = List.copyOf(features);
        segments = List.copyOf(segments);
    }

    /** What a document was asked for. */
    public record Query(
            List<String> projects,
            @Nullable String environment,
            @Nullable String namePrefix,
            boolean inlineSegmentConstraints) {
        public Query {
            projects = List.copyOf(projects);
        }
    }

    /** Which state of the server a document shows. */
    public record Meta(@Nullable String etag, @Nullable Long revisionId, @Nullable String queryHash) {}
}
