package dev.jackstaff.protocols.unleash;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Readable builders of features documents. */
public final class UnleashDocumentFixtures {
    private UnleashDocumentFixtures() {}

    /** 76 features of a real instance. */
    public static byte[] real() {
        try (InputStream document =
                Objects.requireNonNull(UnleashDocumentFixtures.class.getResourceAsStream("features.json"))) {
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document of some features, each a JSON object. */
    public static String features(String... features) {
        return "{\"version\": 2, \"features\": [" + String.join(",", features) + "]}";
    }

    /** An enabled feature {@code f}; the members follow its name. */
    public static String feature(String... members) {
        return "{\"name\": \"f\", \"enabled\": true, " + String.join(", ", members) + "}";
    }

    public static String strategies(String... strategies) {
        return "\"strategies\": [" + String.join(",", strategies) + "]";
    }
}
