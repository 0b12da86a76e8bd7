package dev.jackstaff.cli.command;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The parameters of an evaluation: which flag, for which context, and in which form the answer is printed. */
final class EvaluationOptions {
    @Parameters(paramLabel = "FLAG", converter = KeyArgument.class, description = "The flag's key.")
    private String flag = "";

    @Option(
            names = "--context",
            paramLabel = "JSON",
            converter = JsonArgument.class,
            description = "The evaluation context, a JSON object.")
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
        JsonObject whole = JsonArgument.object(context);
        if (targetingKey == null) {
            return whole;
        }
        return Json.createObjectBuilder(whole).add("targetingKey", targetingKey).build();
    }
}
