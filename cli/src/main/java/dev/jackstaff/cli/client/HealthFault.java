package dev.jackstaff.cli.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reasons why a server that answers is not healthy, as its health document names them. */
final class HealthFault {
    private static final String DOWN = "DOWN";

    private HealthFault() {}

    /** The reasons as the end of a sentence: what is down, and why. Without a health document, the status. */
    static String of(ApiResponse answer) {
        String reasons = answer.findJsonObject().stream()
                .flatMap(document -> Stream.concat(members(document, "parts"), members(document, "checks")))
                .filter(part -> part.getString("status", "").equals(DOWN))
                .map(HealthFault::describe)
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? "it answered with status " + answer.status() + problem(answer) : reasons;
    }

    private static String problem(ApiResponse answer) {
        return answer.findJsonObject()
                .map(document -> document.getString("detail", ""))
                .filter(detail -> !detail.isEmpty())
                .map(detail -> ": " + detail)
                .orElse("");
    }

    /** A part of a hub has a detail; one of an edge has data. */
    private static String describe(JsonObject part) {
        String name = part.getString("name", "a part");
        if (part.containsKey("detail")) {
            return name + ": " + part.getString("detail", "");
        }
        JsonValue data = part.getOrDefault("data", JsonValue.NULL);
        return data instanceof JsonObject values && !values.isEmpty()
                ? name + " is down (" + describeAll(values) + ")"
                : name + " is down";
    }

    private static String describeAll(JsonObject data) {
        return data.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    private static Stream<JsonObject> members(JsonObject document, String list) {
        return document.get(list) instanceof JsonArray array
                ? array.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
                : Stream.empty();
    }
}
