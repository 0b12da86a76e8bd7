package dev.jackstaff.cli.management;

import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.command.KeyArgument;
import dev.jackstaff.cli.terminal.InvalidArgumentException;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that makes flags as they were at a revision. */
@Command(
        name = "restore",
        description = {
            "Make flags as they were at a revision: with --environment and --revision their settings there,",
            "with --project-revision what all environments share. Deleted flags come back."
        })
final class FlagRestoreCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "FLAG",
            converter = KeyArgument.class,
            description = "Their keys; default: everything, segments too.")
    private List<String> flags = List.of();

    @Option(
            names = {"--environment", "--env"},
            paramLabel = "E",
            converter = KeyArgument.class,
            description = "The environment whose settings come back.")
    private @Nullable String environment;

    @Option(names = "--revision", paramLabel = "N", description = "The revision of that environment.")
    private @Nullable Long revision;

    @Option(names = "--project-revision", paramLabel = "N", description = "The revision of the project.")
    private @Nullable Long projectRevision;

    @Mixin
    private final ChangeOptions change = new ChangeOptions();

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final HubOptions options;

    FlagRestoreCommand(CommandContext context) {
        this.options = new HubOptions(context);
    }

    @Override
    public Integer call() {
        JsonObject body = body();
        Hub hub = options.connect();
        change.send(hub, project.path(hub, "restore"), body);
        return 0;
    }

    private JsonObject body() {
        if ((environment == null) != (revision == null)) {
            throw new InvalidArgumentException("--environment and --revision belong together: give both or none");
        }
        if (revision == null && projectRevision == null) {
            throw new InvalidArgumentException(
                    "name a revision: --environment with --revision, or --project-revision, or all of them");
        }
        return new JsonMembers()
                .add("environment", environment)
                .add("revision", revision)
                .add("projectRevision", projectRevision)
                .add("flags", flags)
                .build();
    }
}
