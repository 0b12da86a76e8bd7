package dev.jackstaff.cli.management;

import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.command.KeyArgument;
import dev.jackstaff.cli.terminal.InvalidArgumentException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that changes flags by instructions. */
@Command(
        name = "change",
        description = {
            "Change flags by instructions, all or none.",
            "The file is the body of a change as the API takes it, or its list of instructions alone, such as",
            "[{\"type\":\"turn-on\",\"flag\":\"checkout\"}]. Options replace what it says."
        })
final class FlagChangeCommand implements Callable<Integer> {
    @Option(
            names = "--file",
            paramLabel = "FILE",
            required = true,
            description = "The file with the instructions; - is standard input.")
    private String file = "";

    @Option(
            names = {"--environment", "--env"},
            paramLabel = "E",
            converter = KeyArgument.class,
            description = "The environment whose settings are changed.")
    private @Nullable String environment;

    @Option(
            names = "--base",
            paramLabel = "N",
            description = "The revision of the environment that you have seen. If somebody has changed since then what"
                    + " you would change, the change is refused.")
    private @Nullable Long base;

    @Option(
            names = "--project-base",
            paramLabel = "N",
            description = "The revision of the project that you have seen, likewise.")
    private @Nullable Long projectBase;

    @Mixin
    private final ChangeOptions change = new ChangeOptions();

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final HubOptions options;

    FlagChangeCommand(CommandContext context) {
        this.options = new HubOptions(context);
    }

    @Override
    public Integer call() {
        JsonObject body = new JsonMembers(read())
                .add("environment", environment)
                .add("base", base)
                .add("projectBase", projectBase)
                .build();
        change.send(options.connect(), project, body);
        return 0;
    }

    private JsonObject read() {
        if (file.isEmpty()) {
            throw new InvalidArgumentException("--file must be the name of a file, but is empty");
        }
        JsonStructure given = new InputFile(file).json();
        return given instanceof JsonArray instructions
                ? Json.createObjectBuilder().add("changes", instructions).build()
                : given.asJsonObject();
    }
}
