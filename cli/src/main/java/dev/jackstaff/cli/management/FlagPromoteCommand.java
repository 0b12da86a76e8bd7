package dev.jackstaff.cli.management;

import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.command.KeyArgument;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that takes the settings of flags from one environment to another. */
@Command(name = "promote", description = "Make the settings of flags in one environment like those in another.")
final class FlagPromoteCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "FLAG",
            converter = KeyArgument.class,
            description = "Their keys; default: all flags.")
    private List<String> flags = List.of();

    @Option(
            names = "--from",
            paramLabel = "E",
            required = true,
            description = "The environment that has the settings, or one of its revisions: staging, staging@12.")
    private String from = "";

    @Option(
            names = "--to",
            paramLabel = "E",
            required = true,
            converter = KeyArgument.class,
            description = "The environment that gets them.")
    private String to = "";

    @Option(
            names = "--parts",
            paramLabel = "PART",
            split = ",",
            description = "What is taken: enabled, off-variant, fallthrough, rules; default: all of it.")
    private List<String> parts = List.of();

    @Mixin
    private final ChangeOptions change = new ChangeOptions();

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final HubOptions options;

    FlagPromoteCommand(CommandContext context) {
        this.options = new HubOptions(context);
    }

    @Override
    public Integer call() {
        Hub hub = options.connect();
        change.send(
                hub,
                project.path(hub, "promote"),
                new JsonMembers()
                        .add("from", from)
                        .add("to", to)
                        .add("flags", flags)
                        .add("parts", parts)
                        .build());
        return 0;
    }
}
