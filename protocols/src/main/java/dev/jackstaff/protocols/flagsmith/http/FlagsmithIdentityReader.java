package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.flagsmith.http.FlagsmithIdentity.Trait;
import dev.jackstaff.protocols.json.TolerantReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reader of {@code {"identifier": …, "traits": [{"trait_key": …, "trait_value": …}]}}. Unknown members are skipped.
 */
final class FlagsmithIdentityReader {
    /** The maximum length of a trait's value in code points, as in Flagsmith. */
    private static final int MAX_VALUE_LENGTH = 2_000;

    private static final JsonText NULL = JsonText.parse("null");

    private final DocumentReader reader;
    private final TolerantReader tolerant;
    private final List<Trait> traits = new ArrayList<>();
    private @Nullable String identifier;
    private boolean named;
    private boolean isTransient;
    private int traitsRead;

    private FlagsmithIdentityReader(DocumentReader reader) {
        this.reader = reader;
        this.tolerant = new TolerantReader(reader);
    }

    /**
     * The identity in a body.
     *
     * @param defaultIdentifier the identifier if the body has none
     * @throws RequestValidationException if the body has no valid identity
     */
    static FlagsmithIdentity read(byte[] body, @Nullable String defaultIdentifier) {
        try {
            return DocumentReader.readWhole(
                    body, reader -> new FlagsmithIdentityReader(reader).identity(defaultIdentifier));
        } catch (DocumentException refused) {
            List<String> place = new ArrayList<>(List.of("body"));
            for (String step : refused.path().split("[.\\[\\]]+", -1)) {
                if (!step.isEmpty()) {
                    place.add(step);
                }
            }
            throw new RequestValidationException("value_error", place, refused.reason());
        }
    }

    private FlagsmithIdentity identity(@Nullable String defaultIdentifier) {
        reader.object(this::member);
        String name = named ? identifier : defaultIdentifier;
        if (name != null && !name.isBlank()) {
            return new FlagsmithIdentity(name, traits);
        }
        if (!named && !isTransient) {
            throw RequestValidationException.missing("body", "identifier");
        }
        return FlagsmithIdentity.anonymous(traits);
    }

    private boolean member(String name) {
        switch (name) {
            case "identifier" -> {
                identifier = tolerant.optionalText();
                named = true;
            }
            case "transient" -> isTransient = tolerant.bool(false);
            case "traits" -> traits.addAll(tolerant.list(this::trait));
            default -> {
                return false;
            }
        }
        return true;
    }

    private Trait trait() {
        TraitReader trait = new TraitReader();
        reader.object(trait::member);
        return trait.trait(Integer.toString(traitsRead++));
    }

    /** A reader of one trait, whose members may come in any order. */
    private final class TraitReader {
        private @Nullable String key;
        private @Nullable JsonText rawValue;
        private boolean isTransient;

        private boolean member(String name) {
            switch (name) {
                case "trait_key" -> key = tolerant.text();
                case "trait_value" -> rawValue = reader.json();
                case "transient" -> isTransient = tolerant.bool(false);
                default -> {
                    return false;
                }
            }
            return true;
        }

        private Trait trait(String index) {
            if (key == null) {
                throw RequestValidationException.missing("body", "traits", index, "trait_key");
            }
            JsonText given = rawValue == null ? NULL : rawValue;
            return new Trait(key, value(given, index), given, isTransient);
        }

        private @Nullable Object value(JsonText text, String index) {
            return switch (text.token()) {
                case VALUE_NULL -> null;
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_STRING -> shortEnough(text, index);
                case VALUE_NUMBER_INT -> integer(text.json());
                case VALUE_NUMBER_FLOAT -> Double.valueOf(text.json());
                default ->
                    throw new RequestValidationException(
                            "value_error",
                            List.of("body", "traits", index, "trait_value"),
                            "a trait must be a string, a number, a boolean or null");
            };
        }

        private String shortEnough(JsonText text, String index) {
            String value = DocumentReader.readWhole(text.json(), DocumentReader::string);
            if (value.codePointCount(0, value.length()) > MAX_VALUE_LENGTH) {
                throw new RequestValidationException(
                        "string_too_long",
                        List.of("body", "traits", index, "trait_value"),
                        "String should have at most " + MAX_VALUE_LENGTH + " characters");
            }
            return value;
        }

        /** An integer; beyond the range of a long, its digits as text. */
        private Object integer(String digits) {
            try {
                return Long.valueOf(digits);
            } catch (NumberFormatException outOfRange) {
                return digits;
            }
        }
    }
}
