package dev.jackstaff.protocols.flagsmith.compiler;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.JsonText;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The texts of an {@code IN} operand: a JSON list, or else comma-separated texts, spaces included. */
final class ListOperand {
    private ListOperand() {}

    static Set<String> parse(String operand) {
        return operand.startsWith("[") ? json(operand).orElseGet(() -> commas(operand)) : commas(operand);
    }

    private static Set<String> commas(String operand) {
        return new HashSet<>(List.of(operand.split(",", -1)));
    }

    private static Optional<Set<String>> json(String operand) {
        try (JsonParser parser = JsonText.FACTORY.createParser(operand)) {
            Set<String> texts = new HashSet<>();
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                texts.add(text(parser));
            }
            return parser.nextToken() == null ? Optional.of(texts) : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** A list element as Python's {@code str} writes it. */
    private static String text(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> "True";
            case VALUE_FALSE -> "False";
            case VALUE_NULL -> Operand.NONE;
            case VALUE_NUMBER_INT -> IntegerText.parse(parser.getText()).text();
            case VALUE_NUMBER_FLOAT -> PythonNumber.repr(Double.parseDouble(parser.getText()));
            default -> JsonText.read(parser).json();
        };
    }
}
