package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiResponse;
import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.command.KeyArgument;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands for the environments of a project. */
@Command(
        name = "environments",
        description = "List, create and delete the environments of a project.",
        synopsisSubcommandLabel = "COMMAND")
public final class EnvironmentsCommand {
    private static final String ENVIRONMENTS = "environments";

    private EnvironmentsCommand() {}

    /** The command with its subcommands. */
    public static CommandLine of(CommandContext context) {
        return new CommandLine(new EnvironmentsCommand())
                .addSubcommand(new ListEnvironments(context))
                .addSubcommand(new CreateEnvironment(context))
                .addSubcommand(new DeleteEnvironment(context));
    }

    @Command(name = "list", description = "List the environments, in their order.")
    static final class ListEnvironments implements Callable<Integer> {
        private static final List<Column> COLUMNS = List.of(
                Column.of("ENVIRONMENT", "key"),
                Column.of("NAME", "name"),
                Column.ofFlag("PRODUCTION", "production", "yes", "no"),
                Column.of("REVISION", "revision"),
                Column.ofTime("CHANGED", "revisionAt"));

        @Mixin
        private final ProjectOption project = new ProjectOption();

        @Mixin
        private final HubOptions options;

        ListEnvironments(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            hub.output().printTable(hub.api().get(project.path(hub, ENVIRONMENTS)), ENVIRONMENTS, COLUMNS);
            return 0;
        }
    }

    @Command(name = "create", description = "Create an environment, in which every flag is off.")
    static final class CreateEnvironment implements Callable<Integer> {
        @Parameters(paramLabel = "ENVIRONMENT", converter = KeyArgument.class, description = "Its key.")
        private String key = "";

        @Option(names = "--name", paramLabel = "NAME", description = "Its name; default: the key.")
        private @Nullable String name;

        @Option(names = "--production", description = "Mark it as one that customers see.")
        private boolean production;

        @Mixin
        private final ProjectOption project = new ProjectOption();

        @Mixin
        private final HubOptions options;

        CreateEnvironment(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiResponse created = hub.api()
                    .post(
                            project.path(hub, ENVIRONMENTS),
                            new JsonMembers()
                                    .add("key", key)
                                    .add("name", name)
                                    .add("production", production)
                                    .build());
            hub.output().printSentence(created, "Created the environment " + key + ".");
            return 0;
        }
    }

    @Command(name = "delete", description = "Delete an environment with the settings of its flags and its keys.")
    static final class DeleteEnvironment implements Callable<Integer> {
        @Parameters(paramLabel = "ENVIRONMENT", converter = KeyArgument.class, description = "Its key.")
        private String key = "";

        @Mixin
        private final ForceOption force = new ForceOption();

        @Mixin
        private final ProjectOption project = new ProjectOption();

        @Mixin
        private final HubOptions options;

        DeleteEnvironment(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiResponse deleted = hub.api().delete(force.addTo(project.path(hub, ENVIRONMENTS, key)));
            hub.output().printSentence(deleted, "Deleted the environment " + key + ".");
            return 0;
        }
    }
}
