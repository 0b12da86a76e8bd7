package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiPath;
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

/** The commands for projects. */
@Command(name = "projects", description = "List, create and delete projects.", synopsisSubcommandLabel = "COMMAND")
public final class ProjectsCommand {
    private static final String PROJECTS = "projects";

    private ProjectsCommand() {}

    /** The command with its subcommands. */
    public static CommandLine of(CommandContext context) {
        return new CommandLine(new ProjectsCommand())
                .addSubcommand(new ListProjects(context))
                .addSubcommand(new CreateProject(context))
                .addSubcommand(new DeleteProject(context));
    }

    @Command(name = "list", description = "List the projects.")
    static final class ListProjects implements Callable<Integer> {
        private static final List<Column> COLUMNS = List.of(
                Column.of("PROJECT", "key"), Column.of("NAME", "name"), Column.of("DESCRIPTION", "description"));

        @Mixin
        private final HubOptions options;

        ListProjects(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            hub.output().printTable(hub.api().get(ApiPath.of(PROJECTS)), PROJECTS, COLUMNS);
            return 0;
        }
    }

    @Command(
            name = "create",
            description = "Create a project, with the environments production, staging and development.")
    static final class CreateProject implements Callable<Integer> {
        @Parameters(paramLabel = "PROJECT", converter = KeyArgument.class, description = "Its key.")
        private String key = "";

        @Option(names = "--name", paramLabel = "NAME", description = "Its name; default: the key.")
        private @Nullable String name;

        @Option(names = "--description", paramLabel = "TEXT", description = "What it is.")
        private @Nullable String text;

        @Mixin
        private final HubOptions options;

        CreateProject(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiResponse created = hub.api()
                    .post(
                            ApiPath.of(PROJECTS),
                            new JsonMembers()
                                    .add("key", key)
                                    .add("name", name)
                                    .add("description", text)
                                    .build());
            hub.output().printSentence(created, "Created the project " + key + ".");
            return 0;
        }
    }

    @Command(name = "delete", description = "Delete a project and everything in it.")
    static final class DeleteProject implements Callable<Integer> {
        @Parameters(paramLabel = "PROJECT", converter = KeyArgument.class, description = "Its key.")
        private String key = "";

        @Mixin
        private final ForceOption force = new ForceOption();

        @Mixin
        private final HubOptions options;

        DeleteProject(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiResponse deleted = hub.api().delete(force.addTo(ApiPath.of(PROJECTS, key)));
            hub.output().printSentence(deleted, "Deleted the project " + key + ".");
            return 0;
        }
    }
}
