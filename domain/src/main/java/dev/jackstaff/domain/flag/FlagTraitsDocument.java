package dev.jackstaff.domain.flag;

import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.flag.FlagTraits.Bucketing;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.DocumentReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The JSON form of traits, as the database and the API have it: traits that a flag does not have are left out. */
public final class FlagTraitsDocument {
    private FlagTraitsDocument() {}

    /** The traits as a JSON object. */
    public static String write(FlagTraits traits) {
        AuditJson json = new AuditJson();
        addTo(json, traits);
        return json.toJson();
    }

    /** Adds a member for each of the traits that a flag has. */
    public static void addTo(AuditJson json, FlagTraits traits) {
        String schema = traits.schema();
        if (schema != null) {
            json.json("schema", schema);
        }
        if (traits.bucketing() != Bucketing.MURMUR3) {
            json.text("bucketing", traits.bucketing().label());
        }
        if (!traits.metadata().isEmpty()) {
            json.json("metadata", traits.metadataJson());
        }
        if (!traits.links().isEmpty()) {
            json.json("links", traits.linksJson());
        }
        if (traits.stale()) {
            json.bool("stale", true);
        }
    }

    /** The traits of a JSON object. */
    public static FlagTraits read(String object) {
        return DocumentReader.readWhole(object, FlagTraitsDocument::read);
    }

    private static FlagTraits read(DocumentReader reader) {
        var read = new Object() {
            @Nullable
            String schema;

            Bucketing bucketing = Bucketing.MURMUR3;
            Map<String, String> metadata = Map.of();
            List<FlagLink> links = List.of();
            boolean stale;
        };
        reader.object(member -> {
            switch (member) {
                case "schema" -> read.schema = reader.json().json();
                case "bucketing" ->
                    read.bucketing = Bucketing.LABELS.find(reader.string()).orElseThrow();
                case "metadata" -> read.metadata = metadata(reader);
                case "links" -> read.links = reader.array(() -> link(reader));
                case "stale" -> read.stale = reader.bool();
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new FlagTraits(read.schema, read.bucketing, read.metadata, read.links, read.stale);
    }

    private static Map<String, String> metadata(DocumentReader reader) {
        Map<String, String> metadata = new TreeMap<>();
        reader.object(name -> {
            JsonText value = reader.json();
            metadata.put(name, value.json());
            return true;
        });
        return metadata;
    }

    private static FlagLink link(DocumentReader reader) {
        var read = new Object() {
            String title = "";
            String url = "";
        };
        reader.object(member -> {
            switch (member) {
                case "title" -> read.title = reader.string();
                case "url" -> read.url = reader.string();
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new FlagLink(read.title, read.url);
    }
}
