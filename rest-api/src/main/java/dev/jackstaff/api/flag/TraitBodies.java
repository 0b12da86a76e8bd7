package dev.jackstaff.api.flag;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagTraits;
import dev.jackstaff.domain.flag.FlagTraits.Bucketing;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.DocumentReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The members of a request about what only some flags have. Those that are left out stay as they are. */
public record TraitBodies(
        @Nullable JsonText schema,
        @Nullable String bucketing,
        @Nullable JsonText metadata,
        @Nullable List<@Nullable LinkBody> links,
        @Nullable Boolean stale) {
    FlagTraits mergeInto(FlagTraits before) {
        return new FlagTraits(
                schema == null ? before.schema() : schemaOrNull(schema),
                bucketing == null
                        ? before.bucketing()
                        : RequestFields.parseLabel("bucketing", bucketing, Bucketing.LABELS),
                metadata == null ? before.metadata() : metadata("metadata", metadata),
                links == null ? before.links() : LinkBody.toLinks("links", links),
                stale == null ? before.stale() : stale);
    }

    /** The schema of a member; null if that is null. */
    public static @Nullable String schemaOrNull(JsonText schema) {
        return schema.json().equals("null") ? null : schema.json();
    }

    /** The metadata of a member. */
    public static Map<String, String> metadata(String field, JsonText metadata) {
        if (!metadata.json().startsWith("{")) {
            throw new DomainException.Invalid(field, "must be a JSON object");
        }
        Map<String, String> read = new TreeMap<>();
        DocumentReader.readWhole(metadata.json(), reader -> {
            reader.object(name -> {
                read.put(name, reader.json().json());
                return true;
            });
            return read;
        });
        return read;
    }
}
