package dev.jackstaff.cli.command;

import dev.jackstaff.cli.client.Answer;
import dev.jackstaff.cli.client.EdgeClient;
import dev.jackstaff.cli.quickstart.Quickstart;
import dev.jackstaff.cli.terminal.Failure;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks the edge for a flag, as an application would. */
@Command(name = "evaluate", description = "Ask the edge for a flag, over OFREP.")
public final class EvaluateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FLAG", description = "The flag's key.")
    private String flag = "";

    @Option(names = "--context", paramLabel = "JSON", description = "The evaluation context, a JSON object.")
    private String context = "{}";

    @Option(names = "--targeting-key", paramLabel = "KEY", description = "Who is asking; part of the context.")
    private @Nullable String targetingKey;

    @Option(names = "--json", description = "Print the answer as it came.")
    private boolean json;

    private final Context command;

    public EvaluateCommand(Context command) {
        this.command = command;
    }

    @Override
    public Integer call() {
        Quickstart quickstart = Quickstart.of(command.home());
        Answer answer = new EdgeClient(quickstart.edgeUrl(), quickstart.serverKey())
                .evaluate(flag, evaluationContext())
                .orRefusal();
        command.out().println(json ? answer.body() : sentence(answer.object()));
        return 0;
    }

    private JsonObject evaluationContext() {
        try {
            JsonObjectBuilder whole = Json.createObjectBuilder(
                    Json.createReader(new StringReader(context)).readObject());
            if (targetingKey != null) {
                whole.add("targetingKey", targetingKey);
            }
            return whole.build();
        } catch (JsonException e) {
            throw new Failure("--context must be a JSON object: " + e.getMessage(), e);
        }
    }

    private String sentence(JsonObject answer) {
        String value = answer.containsKey("value") ? answer.get("value").toString() : "the caller's default";
        String variant = answer.containsKey("variant") ? ", variant " + answer.getString("variant") : "";
        return flag + " = " + value + "  (" + answer.getString("reason", "no reason") + variant + ")";
    }
}
