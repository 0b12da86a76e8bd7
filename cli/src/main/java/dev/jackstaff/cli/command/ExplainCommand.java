package dev.jackstaff.cli.command;

import dev.jackstaff.cli.client.ApiResponse;
import dev.jackstaff.cli.quickstart.Quickstart;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that explains a flag's evaluation. */
@Command(name = "explain", description = "Explain step by step how a flag is evaluated.")
public final class ExplainCommand implements Callable<Integer> {
    @Option(
            names = "--project",
            paramLabel = "P",
            converter = KeyArgument.class,
            description = "The flag's project; default: ${DEFAULT-VALUE}.")
    private String project = "demo";

    @Option(
            names = "--environment",
            paramLabel = "E",
            converter = KeyArgument.class,
            description = "The environment; default: ${DEFAULT-VALUE}.")
    private String environment = "production";

    @Mixin
    private EvaluationOptions options = new EvaluationOptions();

    private final CommandContext context;

    public ExplainCommand(CommandContext command) {
        this.context = command;
    }

    @Override
    public Integer call() {
        ApiResponse answer = Quickstart.load(context.home())
                .login()
                .explain(project, options.flag(), environment, options.context());
        if (options.json()) {
            context.out().println(answer.body());
        } else {
            new ExplanationPrinter(answer.jsonObject()).print(context.out());
        }
        return 0;
    }
}
