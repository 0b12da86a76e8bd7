package dev.jackstaff.edge.upstream.file;

import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.json.TolerantReader;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.Strategy;
import dev.jackstaff.protocols.unleash.UnleashFeature;
import dev.jackstaff.protocols.unleash.UnleashVariant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The reader of Unleash's short offline form: {@code {"flag": {"enabled": true, "variant": "name"}}}. */
final class UnleashOfflineFlagsReader {
    private static final int FULL_WEIGHT = 1_000;
    private static final String PROJECT = "default";

    private final DocumentReader reader;

    private UnleashOfflineFlagsReader(DocumentReader reader) {
        this.reader = reader;
    }

    /**
     * The features of a short-form document, each on or off for everybody.
     *
     * @throws dev.jackstaff.engine.snapshot.DocumentException if it has another form
     */
    static FeaturesDocument read(byte[] document) {
        return DocumentReader.readWhole(document, reader -> new UnleashOfflineFlagsReader(reader).readDocument());
    }

    private FeaturesDocument readDocument() {
        List<UnleashFeature> features = new ArrayList<>();
        reader.object(name -> features.add(readFeature(name)));
        return new FeaturesDocument(FeaturesDocument.NEWEST_VERSION, features, List.of(), null, null);
    }

    private UnleashFeature readFeature(String name) {
        TolerantReader tolerant = new TolerantReader(reader);
        var read = new Object() {
            @Nullable
            Boolean enabled;

            @Nullable
            String variant;
        };
        reader.object(member -> {
            switch (member) {
                case "enabled" -> read.enabled = reader.bool();
                case "variant" -> read.variant = tolerant.optionalText();
                default -> {
                    return false;
                }
            }
            return true;
        });
        boolean enabled = tolerant.required(read.enabled, "a flag needs \"enabled\"");
        String variant = read.variant;
        Strategy everybody =
                new Strategy("default", null, false, null, List.of(), List.of(), new TreeMap<>(), List.of());
        List<UnleashVariant> variants = variant == null
                ? List.of()
                : List.of(new UnleashVariant(variant, FULL_WEIGHT, null, "default", null, List.of()));
        return new UnleashFeature(
                name,
                "release",
                null,
                PROJECT,
                null,
                null,
                enabled,
                false,
                false,
                List.of(everybody),
                variants,
                List.of());
    }
}
