package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiPath;
import dev.jackstaff.cli.client.ApiResponse;
import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.terminal.InvalidArgumentException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands for users. */
@Command(name = "users", description = "List, create, change and delete users.", synopsisSubcommandLabel = "COMMAND")
public final class UsersCommand {
    private static final String USERS = "users";

    private UsersCommand() {}

    /** The command with its subcommands. */
    public static CommandLine of(CommandContext context) {
        return new CommandLine(new UsersCommand())
                .addSubcommand(new ListUsers(context))
                .addSubcommand(new CreateUser(context))
                .addSubcommand(new UpdateUser(context))
                .addSubcommand(new DeleteUser(context));
    }

    @Command(name = "list", description = "List the users.")
    static final class ListUsers implements Callable<Integer> {
        private static final List<Column> COLUMNS = List.of(
                Column.of("E-MAIL", "email"),
                Column.of("NAME", "name"),
                Column.of("ROLE", "role"),
                Column.ofFlag("ACTIVE", "active", "yes", "no"),
                Column.of("ID", "id"));

        @Mixin
        private final HubOptions options;

        ListUsers(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            hub.output().printTable(hub.api().get(ApiPath.of(USERS)), USERS, COLUMNS);
            return 0;
        }
    }

    @Command(name = "create", description = "Create a user.")
    static final class CreateUser implements Callable<Integer> {
        @Parameters(paramLabel = "EMAIL", description = "The address that the user logs in with.")
        private String email = "";

        @Option(names = "--name", paramLabel = "NAME", description = "The user's name.")
        private @Nullable String name;

        @Option(names = "--role", paramLabel = "ROLE", required = true, description = "none, viewer, editor or admin.")
        private String role = "";

        @Mixin
        private final PasswordOption password;

        @Mixin
        private final HubOptions options;

        CreateUser(CommandContext context) {
            this.password = new PasswordOption(context);
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            String secret = password.read();
            Hub hub = options.connect();
            ApiResponse created = hub.api()
                    .post(
                            ApiPath.of(USERS),
                            new JsonMembers()
                                    .add("email", email)
                                    .add("name", name)
                                    .add("role", role)
                                    .add("password", secret)
                                    .build());
            hub.output().printSentence(created, "Created the user " + email + ".");
            return 0;
        }
    }

    @Command(name = "update", description = "Change a user. What is not named stays as it is.")
    static final class UpdateUser implements Callable<Integer> {
        @Parameters(paramLabel = "EMAIL", description = "The address that the user logs in with.")
        private String email = "";

        @Option(names = "--name", paramLabel = "NAME", description = "The user's name.")
        private @Nullable String name;

        @Option(names = "--role", paramLabel = "ROLE", description = "none, viewer, editor or admin.")
        private @Nullable String role;

        @Option(
                names = "--active",
                arity = "1",
                paramLabel = "true|false",
                description = "Whether the user may log in. With false, the user's sessions end.")
        private @Nullable Boolean active;

        @Mixin
        private final HubOptions options;

        UpdateUser(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            if (name == null && role == null && active == null) {
                throw new InvalidArgumentException("there is nothing to change: use --name, --role or --active");
            }
            Hub hub = options.connect();
            ApiResponse changed = hub.api()
                    .put(
                            ApiPath.of(USERS, NamedThing.idOfUser(hub, email)),
                            new JsonMembers()
                                    .add("name", name)
                                    .add("role", role)
                                    .add("active", active)
                                    .build());
            hub.output().printSentence(changed, "Changed the user " + email + ".");
            return 0;
        }
    }

    @Command(name = "delete", description = "Delete a user. What they did stays in the audit trail.")
    static final class DeleteUser implements Callable<Integer> {
        @Parameters(paramLabel = "EMAIL", description = "The address that the user logs in with.")
        private String email = "";

        @Mixin
        private final HubOptions options;

        DeleteUser(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiResponse deleted = hub.api().delete(ApiPath.of(USERS, NamedThing.idOfUser(hub, email)));
            hub.output().printSentence(deleted, "Deleted the user " + email + ".");
            return 0;
        }
    }
}
