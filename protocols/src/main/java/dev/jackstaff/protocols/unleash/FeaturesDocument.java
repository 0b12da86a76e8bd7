package dev.jackstaff.protocols.unleash;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An Unleash features document: the answer of {@code GET /api/client/features} for one environment, and the format of
 * bootstrap and backup files. Features have distinct names, segments distinct ids.
 *
 * @param version 1 or 2; version 1 has no segments
 * @param query the query that the document answers, if it names one
 * @param meta the server state that the document shows, if it names one
 */
public record FeaturesDocument(
        int version,
        List<UnleashFeature> features,
        List<UnleashSegment> segments,
        @Nullable Query query,
        @Nullable Meta meta) {
    /** The dialect name of these documents in snapshots. */
    public static final String DIALECT = "unleash";

    /** The version of the documents that are written. */
    public static final int NEWEST_VERSION = 2;

    /** The document of an environment that is not loaded yet. */
    public static final FeaturesDocument EMPTY = new FeaturesDocument(NEWEST_VERSION, List.of(), List.of(), null, null);

    public FeaturesDocument {
        features = List.copyOf(features);
        segments = List.copyOf(segments);
    }

    /** The query that a document answers. */
    public record Query(
            List<String> projects,
            @Nullable String environment,
            @Nullable String namePrefix,
            boolean inlineSegmentConstraints) {
        public Query {
            projects = List.copyOf(projects);
        }
    }

    /** The server state that a document shows. */
    public record Meta(@Nullable String etag, @Nullable Long revisionId, @Nullable String queryHash) {}
}
