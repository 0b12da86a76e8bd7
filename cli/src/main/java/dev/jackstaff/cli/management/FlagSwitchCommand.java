package dev.jackstaff.cli.management;

import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.command.KeyArgument;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The commands that switch flags on or off in an environment. */
@Command
final class FlagSwitchCommand implements Callable<Integer> {
    @Parameters(
            index = "0..*",
            arity = "1",
            paramLabel = "FLAG",
            converter = KeyArgument.class,
            description = "Their keys. All of them are switched, or none.")
    private List<String> flags = List.of();

    @Mixin
    private final EnvironmentOption environment = new EnvironmentOption();

    @Mixin
    private final ChangeOptions change = new ChangeOptions();

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final HubOptions options;

    private final String instruction;

    private FlagSwitchCommand(CommandContext context, String instruction) {
        this.options = new HubOptions(context);
        this.instruction = instruction;
    }

    static CommandLine on(CommandContext context) {
        return named("on", "Switch flags on in an environment.", new FlagSwitchCommand(context, "turn-on"));
    }

    static CommandLine off(CommandContext context) {
        return named("off", "Switch flags off in an environment.", new FlagSwitchCommand(context, "turn-off"));
    }

    private static CommandLine named(String name, String description, FlagSwitchCommand command) {
        CommandLine line = new CommandLine(command);
        line.getCommandSpec().name(name).usageMessage().description(description);
        return line;
    }

    @Override
    public Integer call() {
        JsonArrayBuilder instructions = Json.createArrayBuilder();
        flags.forEach(flag -> instructions.add(
                Json.createObjectBuilder().add("type", instruction).add("flag", flag)));
        Hub hub = options.connect();
        change.send(
                hub,
                project,
                Json.createObjectBuilder()
                        .add("environment", environment.key())
                        .add("changes", instructions)
                        .build());
        return 0;
    }
}
