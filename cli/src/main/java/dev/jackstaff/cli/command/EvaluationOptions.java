package dev.jackstaff.cli.command;

import dev.jackstaff.cli.terminal.CommandFailedException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The parameters of an evaluation: which flag, for which context, and in which form the answer is printed. */
final class EvaluationOptions {
    @Parameters(paramLabel = "FLAG", description = "The flag's key.")
    private String flag = "";

    @Option(names = "--context", paramLabel = "JSON", description = "The evaluation context, a JSON object.")
    private String context = "{}";

    @Option(names = "--targeting-key", paramLabel = "KEY", description = "The targeting key; part of the context.")
    private @Nullable String targetingKey;

    @Option(names = "--json", description = "Print the response as JSON.")
    private boolean json;

    String flag() {
        return flag;
    }

    boolean json() {
        return json;
    }

    JsonObject context() {
        try {
            JsonObjectBuilder whole = Json.createObjectBuilder(
                    Json.createReader(new StringReader(context)).readObject());
            if (targetingKey != null) {
                whole.add("targetingKey", targetingKey);
            }
            return whole.build();
        } catch (JsonException e) {
            throw new CommandFailedException("--context must be a JSON object: " + e.getMessage(), e);
        }
    }
}
