package dev.jackstaff.domain.flag;

import dev.jackstaff.domain.Labels;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.bucketing.Md5Bucketing;
import dev.jackstaff.engine.bucketing.Murmur3Bucketing;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What only some flags have, and all environments share.
 *
 * @param schema the JSON Schema that each value of a JSON flag fits; null for none
 * @param bucketing the algorithm that chooses who is in a rollout; it cannot be changed once the flag exists
 * @param metadata what applications are told with each answer: JSON strings, numbers and booleans by name, in the order of the
 *     names
 * @param links where people read more
 * @param stale whether people have marked the flag as no longer needed
 */
public record FlagTraits(
        @Nullable String schema,
        Bucketing bucketing,
        Map<String, String> metadata,
        List<FlagLink> links,
        boolean stale) {
    public static final FlagTraits NONE = new FlagTraits(null, Bucketing.MURMUR3, Map.of(), List.of(), false);

    /** Traits of a flag that is not marked as stale. */
    public FlagTraits(
            @Nullable String schema, Bucketing bucketing, Map<String, String> metadata, List<FlagLink> links) {
        this(schema, bucketing, metadata, links, false);
    }

    public FlagTraits {
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
        links = List.copyOf(links);
    }

    /** The algorithms that choose who is in a rollout or gets a part of a split. */
    public enum Bucketing {
        /** Unleash's, refined to basis points. */
        MURMUR3(Murmur3Bucketing.NAME),
        /** Flagsmith's. */
        MD5(Md5Bucketing.NAME);

        public static final Labels<Bucketing> LABELS = Labels.of(values(), Bucketing::label);

        private final String label;

        Bucketing(String label) {
            this.label = label;
        }

        /** Its name and version, such as {@code md5/1}. */
        public String label() {
            return label;
        }
    }

    /** These traits with another schema. */
    public FlagTraits withSchema(@Nullable String other) {
        return new FlagTraits(other, bucketing, metadata, links, stale);
    }

    /** These traits with another bucketing. */
    public FlagTraits withBucketing(Bucketing other) {
        return new FlagTraits(schema, other, metadata, links, stale);
    }

    /** These traits with other metadata. */
    public FlagTraits withMetadata(Map<String, String> other) {
        return new FlagTraits(schema, bucketing, other, links, stale);
    }

    /** These traits with other links. */
    public FlagTraits withLinks(List<FlagLink> others) {
        return new FlagTraits(schema, bucketing, metadata, others, stale);
    }

    /** These traits of a flag that is marked as stale, or not. */
    public FlagTraits withStale(boolean marked) {
        return new FlagTraits(schema, bucketing, metadata, links, marked);
    }

    /** The metadata as a JSON object. */
    public String metadataJson() {
        return metadata.entrySet().stream()
                .map(entry -> JsonText.quoted(entry.getKey()) + ":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The links as a JSON array. */
    public String linksJson() {
        return links.stream()
                .map(link ->
                        "{\"title\":" + JsonText.quoted(link.title()) + ",\"url\":" + JsonText.quoted(link.url()) + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
