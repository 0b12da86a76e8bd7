package dev.jackstaff.protocols.unleash;

import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.json.TolerantReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A features document split into the raw JSON of its features and segments, unknown members included. */
public final class RawFeaturesDocument {
    private static final String FEATURES = "features";
    private static final String SEGMENTS = "segments";
    private static final String QUERY = "query";
    /** The project of features without one. */
    private static final String DEFAULT_PROJECT = "default";

    private final List<RawFeature> features = new ArrayList<>();
    private final Map<Integer, JsonText> segments = new LinkedHashMap<>();
    private final Map<String, JsonText> others = new LinkedHashMap<>();

    private RawFeaturesDocument() {}

    /**
     * A feature's raw JSON.
     *
     * @param segments the ids of the segments that its strategies use
     */
    public record RawFeature(String name, String project, Set<Integer> segments, JsonText text) {}

    /**
     * The parts of a document.
     *
     * @throws dev.jackstaff.engine.snapshot.DocumentException if it is no features document
     */
    public static RawFeaturesDocument of(JsonText document) {
        RawFeaturesDocument parts = new RawFeaturesDocument();
        DocumentReader.readWhole(document.json(), reader -> {
            reader.object(member -> {
                if (member.equals(FEATURES)) {
                    parts.features.addAll(reader.array(() -> part(reader.json())));
                } else if (member.equals(SEGMENTS) && reader.token() == JsonToken.START_ARRAY) {
                    reader.array(() -> parts.add(reader.json()));
                } else {
                    parts.others.put(member, reader.json());
                }
                return true;
            });
            return parts;
        });
        return parts;
    }

    private JsonText add(JsonText segment) {
        segments.put(id(segment), segment);
        return segment;
    }

    /** The raw JSON of one feature. */
    public Optional<JsonText> feature(String name) {
        return features.stream()
                .filter(feature -> feature.name().equals(name))
                .map(RawFeature::text)
                .findFirst();
    }

    /**
     * A document of some of the features and the segments that they use.
     *
     * @param query the query to include; null for that of the whole document
     */
    public JsonText select(Predicate<RawFeature> wanted, FeaturesDocument.@Nullable Query query) {
        List<RawFeature> chosen = features.stream().filter(wanted).toList();
        Set<Integer> asked = new HashSet<>();
        chosen.forEach(feature -> asked.addAll(feature.segments()));
        byte[] document = FeaturesDocumentWriter.bytes(json -> {
            json.writeStartObject();
            for (Map.Entry<String, JsonText> other : others.entrySet()) {
                if (query == null || !other.getKey().equals(QUERY)) {
                    json.writeFieldName(other.getKey());
                    json.writeRawValue(other.getValue().json());
                }
            }
            FeaturesDocumentWriter writer = new FeaturesDocumentWriter(json);
            writer.array(
                    FEATURES,
                    chosen,
                    feature -> json.writeRawValue(feature.text().json()));
            List<JsonText> needed = segments.entrySet().stream()
                    .filter(segment -> asked.contains(segment.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            writer.array(SEGMENTS, needed, segment -> json.writeRawValue(segment.json()));
            if (query != null) {
                writer.query(query);
            }
            json.writeEndObject();
        });
        return new JsonText(new String(document, StandardCharsets.UTF_8), JsonToken.START_OBJECT);
    }

    private static RawFeature part(JsonText text) {
        return DocumentReader.readWhole(text.json(), reader -> {
            TolerantReader tolerant = new TolerantReader(reader);
            String[] names = {"", DEFAULT_PROJECT};
            Set<Integer> asked = new HashSet<>();
            reader.object(member -> {
                switch (member) {
                    case "name" -> names[0] = reader.string();
                    case "project" -> {
                        String project = tolerant.optionalText();
                        names[1] = project == null ? DEFAULT_PROJECT : project;
                    }
                    case "strategies" -> tolerant.list(() -> segmentsOf(reader, tolerant, asked));
                    default -> {
                        return false;
                    }
                }
                return true;
            });
            return new RawFeature(names[0], names[1], asked, text);
        });
    }

    private static boolean segmentsOf(DocumentReader reader, TolerantReader tolerant, Set<Integer> asked) {
        reader.object(member -> {
            boolean known = member.equals(SEGMENTS);
            if (known) {
                asked.addAll(tolerant.list(reader::integer));
            }
            return known;
        });
        return true;
    }

    private static int id(JsonText segment) {
        return DocumentReader.readWhole(segment.json(), reader -> {
            int[] id = {0};
            reader.object(member -> {
                boolean known = member.equals("id");
                if (known) {
                    id[0] = reader.integer();
                }
                return known;
            });
            return id[0];
        });
    }
}
