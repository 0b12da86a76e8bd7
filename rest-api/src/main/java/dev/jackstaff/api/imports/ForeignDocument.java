package dev.jackstaff.api.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.JsonText;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A recognizer of well-known documents that are not what an import reads, by the names of their outer members, so that
 * somebody who took the wrong file learns which is the right one.
 */
final class ForeignDocument {
    private static final String WANTED =
            "an import reads the answer of Unleash's GET /api/client/features to a backend token";

    private final Set<String> members = new HashSet<>();
    private final Set<String> featureMembers = new HashSet<>();
    private boolean isArray;
    private boolean featuresAreObject;
    private boolean flagsAreObject;

    private ForeignDocument() {}

    /** A sentence that says what a document is and what is wanted; empty if it is not recognized. */
    static Optional<String> recognize(byte[] document) {
        ForeignDocument found = new ForeignDocument();
        try (JsonParser parser = JsonText.FACTORY.createParser(document)) {
            found.read(parser);
        } catch (IOException malformed) {
            return Optional.empty();
        }
        return found.name().map(name -> "this is " + name + "; " + WANTED);
    }

    private void read(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        isArray = first == JsonToken.START_ARRAY;
        if (isArray) {
            first = parser.nextToken();
        }
        if (first != JsonToken.START_OBJECT) {
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            members.add(member);
            JsonToken value = parser.nextToken();
            flagsAreObject |= member.equals("flags") && value == JsonToken.START_OBJECT;
            if (member.equals("features")) {
                readFeatures(parser, value);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readFeatures(JsonParser parser, JsonToken value) throws IOException {
        featuresAreObject = value == JsonToken.START_OBJECT;
        if (value != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                readFeature(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readFeature(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            featureMembers.add(parser.currentName());
            parser.nextToken();
            parser.skipChildren();
        }
    }

    private Optional<String> name() {
        return unleash().or(this::flagsmith).or(this::others);
    }

    private Optional<String> unleash() {
        if (members.contains("featureStrategies") || members.contains("featureEnvironments")) {
            return Optional.of("an export of Unleash's admin pages");
        }
        if (members.contains("features") && featureMembers.contains("environments")) {
            return Optional.of("a list of features of Unleash's admin API");
        }
        if (members.contains("toggles")) {
            return Optional.of("an answer of Unleash's frontend API, evaluated for one user");
        }
        if (members.contains("events")) {
            return Optional.of("a list of changes of Unleash's delta or event API");
        }
        return !isArray && members.contains("name") && members.contains("strategies")
                ? Optional.of("one feature of Unleash")
                : Optional.empty();
    }

    private Optional<String> flagsmith() {
        if (members.contains("feature_states")) {
            return Optional.of("an environment document of Flagsmith");
        }
        if (members.contains("feature_state_value") || (members.contains("flags") && members.contains("traits"))) {
            return Optional.of("an answer of Flagsmith's API, evaluated for one user or environment");
        }
        return isArray && members.contains("default_enabled")
                ? Optional.of("a list of features of Flagsmith")
                : Optional.empty();
    }

    private Optional<String> others() {
        if (members.contains("format") && members.contains("environmentId")) {
            return Optional.of("a snapshot of Jackstaff");
        }
        if (featuresAreObject) {
            return Optional.of("a document of GrowthBook");
        }
        if (flagsAreObject) {
            return Optional.of("a document of LaunchDarkly or flagd");
        }
        if (members.contains("splits")) {
            return Optional.of("a document of Split");
        }
        return members.contains("flags") ? Optional.of("a list of flags, as OFREP answers it") : Optional.empty();
    }
}
