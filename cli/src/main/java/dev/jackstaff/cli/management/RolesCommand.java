package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiPath;
import dev.jackstaff.cli.client.ApiResponse;
import dev.jackstaff.cli.command.CommandContext;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands for roles. */
@Command(
        name = "roles",
        description = "List roles and what they allow, create and delete roles.",
        synopsisSubcommandLabel = "COMMAND")
public final class RolesCommand {
    private static final String ROLES = "roles";

    private RolesCommand() {}

    /** The command with its subcommands. */
    public static CommandLine of(CommandContext context) {
        return new CommandLine(new RolesCommand())
                .addSubcommand(new ListRoles(context))
                .addSubcommand(new ListPermissions(context))
                .addSubcommand(new CreateRole(context))
                .addSubcommand(new DeleteRole(context));
    }

    @Command(name = "list", description = "List the roles, those that are built in too.")
    static final class ListRoles implements Callable<Integer> {
        private static final List<Column> COLUMNS = List.of(
                Column.of("KEY", "key"),
                Column.of("DESCRIPTION", "description"),
                Column.ofFlag("KIND", "builtIn", "built in", "own"));

        @Mixin
        private final HubOptions options;

        ListRoles(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            hub.output().printTable(hub.api().get(ApiPath.of(ROLES)), ROLES, COLUMNS);
            return 0;
        }
    }

    @Command(name = "permissions", description = "List what roles can allow.")
    static final class ListPermissions implements Callable<Integer> {
        private static final List<Column> COLUMNS = List.of(
                Column.of("PERMISSION", "key"), Column.of("SCOPE", "level"), Column.of("DESCRIPTION", "description"));

        @Mixin
        private final HubOptions options;

        ListPermissions(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            hub.output().printTable(hub.api().get(ApiPath.of("permissions")), "permissions", COLUMNS);
            return 0;
        }
    }

    @Command(name = "create", description = "Create a role.")
    static final class CreateRole implements Callable<Integer> {
        @Parameters(paramLabel = "KEY", description = "Its key.")
        private String key = "";

        @Option(
                names = "--permissions",
                paramLabel = "PERMISSION,...",
                split = ",",
                required = true,
                description = "What it allows, as roles permissions lists it.")
        private List<String> permissions = List.of();

        @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
        private @Nullable String description;

        @Mixin
        private final HubOptions options;

        CreateRole(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiResponse created = hub.api()
                    .post(
                            ApiPath.of(ROLES),
                            new JsonMembers()
                                    .add("key", key)
                                    .add("description", description)
                                    .add("permissions", permissions)
                                    .build());
            hub.output().printSentence(created, "Created the role " + key + ".");
            return 0;
        }
    }

    @Command(name = "delete", description = "Delete a role that nobody has.")
    static final class DeleteRole implements Callable<Integer> {
        @Parameters(paramLabel = "KEY", description = "Its key.")
        private String key = "";

        @Mixin
        private final HubOptions options;

        DeleteRole(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            hub.output().printSentence(hub.api().delete(ApiPath.of(ROLES, key)), "Deleted the role " + key + ".");
            return 0;
        }
    }
}
