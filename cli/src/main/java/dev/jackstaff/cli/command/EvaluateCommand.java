package dev.jackstaff.cli.command;

import dev.jackstaff.cli.client.ApiResponse;
import dev.jackstaff.cli.client.EdgeClient;
import dev.jackstaff.cli.quickstart.Quickstart;
import jakarta.json.JsonObject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command that evaluates a flag at the edge. */
@Command(name = "evaluate", description = "Evaluate a flag at the edge, over OFREP.")
public final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private EvaluationOptions options = new EvaluationOptions();

    private final CommandContext context;

    public EvaluateCommand(CommandContext command) {
        this.context = command;
    }

    @Override
    public Integer call() {
        Quickstart quickstart = Quickstart.load(context.home());
        ApiResponse answer = new EdgeClient(quickstart.edgeUrl(), quickstart.serverKey())
                .evaluate(options.flag(), options.context())
                .orThrow();
        context.out().println(options.json() ? answer.body() : sentence(options.flag(), answer.jsonObject()));
        return 0;
    }

    /** An evaluation in a line, such as {@code checkout = true  (STATIC, variant on)}. */
    static String sentence(String flag, JsonObject answer) {
        String value = answer.containsKey("value") ? answer.get("value").toString() : "the caller's default";
        String variant = answer.containsKey("variant") ? ", variant " + answer.getString("variant") : "";
        return flag + " = " + value + "  (" + answer.getString("reason", "no reason") + variant + ")";
    }
}
