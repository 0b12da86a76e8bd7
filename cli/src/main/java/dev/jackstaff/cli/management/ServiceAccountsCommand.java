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

/** The commands for service accounts. */
@Command(
        name = "service-accounts",
        description = "List, create and delete programs that have roles of their own.",
        synopsisSubcommandLabel = "COMMAND")
public final class ServiceAccountsCommand {
    private static final String ACCOUNTS = "service-accounts";

    private ServiceAccountsCommand() {}

    /** The command with its subcommands. */
    public static CommandLine of(CommandContext context) {
        return new CommandLine(new ServiceAccountsCommand())
                .addSubcommand(new ListAccounts(context))
                .addSubcommand(new CreateAccount(context))
                .addSubcommand(new DeleteAccount(context));
    }

    @Command(name = "list", description = "List the service accounts.")
    static final class ListAccounts implements Callable<Integer> {
        private static final List<Column> COLUMNS = List.of(
                Column.of("NAME", "name"),
                Column.of("DESCRIPTION", "description"),
                Column.ofFlag("ACTIVE", "active", "yes", "no"),
                Column.of("ID", "id"));

        @Mixin
        private final HubOptions options;

        ListAccounts(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            hub.output().printTable(hub.api().get(ApiPath.of(ACCOUNTS)), "service accounts", COLUMNS);
            return 0;
        }
    }

    @Command(name = "create", description = "Create a service account without any role.")
    static final class CreateAccount implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", description = "Its name.")
        private String name = "";

        @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
        private @Nullable String description;

        @Mixin
        private final HubOptions options;

        CreateAccount(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiResponse created = hub.api()
                    .post(
                            ApiPath.of(ACCOUNTS),
                            new JsonMembers()
                                    .add("name", name)
                                    .add("description", description)
                                    .build());
            hub.output().printSentence(created, "Created the service account " + name + ".");
            return 0;
        }
    }

    @Command(name = "delete", description = "Delete a service account with its tokens and roles.")
    static final class DeleteAccount implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", description = "Its name.")
        private String name = "";

        @Mixin
        private final HubOptions options;

        DeleteAccount(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiResponse deleted = hub.api().delete(ApiPath.of(ACCOUNTS, NamedThing.idOfServiceAccount(hub, name)));
            hub.output().printSentence(deleted, "Deleted the service account " + name + ".");
            return 0;
        }
    }
}
