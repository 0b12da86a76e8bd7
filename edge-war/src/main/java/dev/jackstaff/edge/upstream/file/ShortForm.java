package dev.jackstaff.edge.upstream.file;

import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.TolerantReader;
import dev.jackstaff.protocols.unleash.Feature;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.Strategy;
import dev.jackstaff.protocols.unleash.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Flags as Unleash's offline mode has them in short: {@code {"flag": {"enabled": true, "variant": "name"}}}. */
final class ShortForm {
    private static final int WHOLE_WEIGHT = 1_000;
    private static final String PROJECT = "default";

    private final DocumentReader reader;

    private ShortForm(DocumentReader reader) {
        this.reader = reader;
    }

    /**
     * The features that a document stands for: each is on for everybody, or off.
     *
     * @throws dev.jackstaff.engine.snapshot.DocumentException where it is of another form
     */
    static FeaturesDocument read(byte[] document) {
        return DocumentReader.whole(document, reader -> new ShortForm(reader).document());
    }

    private FeaturesDocument document() {
        List<Feature> features = new ArrayList<>();
        reader.object(name -> features.add(feature(name)));
        return new FeaturesDocument(FeaturesDocument.NEWEST_VERSION, features, List.of(), null, null);
    }

    private Feature feature(String name) {
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
        boolean enabled = tolerant.needed(read.enabled, "a flag needs \"enabled\"");
        String variant = read.variant;
        Strategy everybody =
                new Strategy("default", null, false, null, List.of(), List.of(), new TreeMap<>(), List.of());
        List<Variant> variants = variant == null
                ? List.of()
                : List.of(new Variant(variant, WHOLE_WEIGHT, null, "default", null, List.of()));
        return new Feature(
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
