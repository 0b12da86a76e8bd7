package dev.jackstaff.cli.client;

import dev.jackstaff.cli.terminal.CommandFailedException;
import dev.jackstaff.cli.terminal.PrintableText;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * An HTTP response of the hub or edge.
 *
 * @param revision the revision of the environment in the response; empty if the server sent none
 */
public record ApiResponse(URI uri, int status, OptionalLong revision, String body) {
    private static final int OK = 200;
    private static final int REDIRECT = 300;

    public boolean isSuccess() {
        return status >= OK && status < REDIRECT;
    }

    /** The body as a JSON object; empty if it is none. */
    Optional<JsonObject> findJsonObject() {
        return json().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }

    /** The body as a JSON object. */
    public JsonObject jsonObject() {
        return findJsonObject()
                .orElseThrow(() -> new CommandFailedException(uri + " answered " + status + " without a JSON object"));
    }

    /** The objects in the body, which is a JSON array. */
    public List<JsonObject> jsonObjects() {
        return json().filter(JsonArray.class::isInstance)
                .map(array -> ((JsonArray) array).getValuesAs(JsonObject.class))
                .orElseThrow(() -> new CommandFailedException(uri + " answered " + status + " without a JSON array"));
    }

    /** The body, which is a JSON document; empty if the server sent none. */
    public String jsonText() {
        if (!body.isEmpty() && json().isEmpty()) {
            throw new CommandFailedException(uri + " answered " + status + " without a JSON document");
        }
        return body;
    }

    /** This response, or an exception with the server's error message. */
    public ApiResponse orThrow() {
        if (!isSuccess()) {
            throw new CommandFailedException(errorMessage());
        }
        return this;
    }

    /** The server's error message: a problem's detail with violations, an OFREP error, or the status. */
    public String errorMessage() {
        return findJsonObject().map(this::errorMessage).orElseGet(() -> uri + " answered " + status);
    }

    private String errorMessage(JsonObject problem) {
        String message = problem.getString(
                "detail", problem.getString("errorDetails", problem.getString("title", uri + " answered " + status)));
        return PrintableText.of(message) + " (" + status + ")" + violations(problem, message);
    }

    /** A line for each violation, but for one that is the whole message. */
    private static String violations(JsonObject problem, String message) {
        return !problem.containsKey("violations")
                ? ""
                : problem.getJsonArray("violations").getValuesAs(JsonObject.class).stream()
                        .map(it -> it.getString("field", "") + ": " + it.getString("message", ""))
                        .filter(violation -> !violation.equals(message))
                        .map(violation -> "\n  " + PrintableText.of(violation))
                        .collect(Collectors.joining());
    }

    private Optional<JsonStructure> json() {
        try {
            return Optional.of(Json.createReader(new StringReader(body)).read());
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
