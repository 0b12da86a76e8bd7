package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiPath;
import dev.jackstaff.cli.client.ApiResponse;
import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.command.KeyArgument;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands for grants: who has which role where. */
@Command(
        name = "grants",
        description = "List who has which role where, give roles and take them away.",
        synopsisSubcommandLabel = "COMMAND")
public final class GrantsCommand {
    private static final String GRANTS = "grants";

    private GrantsCommand() {}

    /** The command with its subcommands. */
    public static CommandLine of(CommandContext context) {
        return new CommandLine(new GrantsCommand())
                .addSubcommand(new ListGrants(context))
                .addSubcommand(new GiveRole(context))
                .addSubcommand(new TakeRole(context));
    }

    @Command(name = "list", description = "List who has which role where.")
    static final class ListGrants implements Callable<Integer> {
        private static final List<Column> COLUMNS = List.of(
                Column.of("WHO", "name"),
                Column.of("ROLE", "role"),
                Column.of("PROJECT", "project"),
                Column.of("ENVIRONMENT", "environment"),
                Column.of("ORIGIN", "origin"),
                Column.of("ID", "id"));

        @Mixin
        private final SubjectOptions subject = new SubjectOptions();

        @Option(
                names = "--project",
                paramLabel = "P",
                converter = KeyArgument.class,
                description = "Those of a project only.")
        private @Nullable String project;

        @Mixin
        private final HubOptions options;

        ListGrants(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiPath path = ApiPath.of(GRANTS).with("project", project);
            for (Map.Entry<String, String> named : subject.ids(hub).entrySet()) {
                path = path.with(named.getKey(), named.getValue());
            }
            hub.output().printTable(hub.api().get(path), GRANTS, COLUMNS);
            return 0;
        }
    }

    @Command(name = "give", description = "Give a role to a user, a group or a service account.")
    static final class GiveRole implements Callable<Integer> {
        @Parameters(paramLabel = "ROLE", description = "The key of the role.")
        private String role = "";

        @Mixin
        private final SubjectOptions subject = new SubjectOptions();

        @Option(
                names = "--project",
                paramLabel = "P",
                converter = KeyArgument.class,
                description = "In this project only; default: in all of them.")
        private @Nullable String project;

        @Option(
                names = {"--environment", "--env"},
                paramLabel = "E",
                converter = KeyArgument.class,
                description = "In this environment of the project only.")
        private @Nullable String environment;

        @Mixin
        private final HubOptions options;

        GiveRole(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            JsonMembers body =
                    new JsonMembers().add("role", role).add("project", project).add("environment", environment);
            subject.ids(hub).forEach(body::add);
            ApiResponse given = hub.api().post(ApiPath.of(GRANTS), body.build());
            hub.output().printSentence(given, "Gave the role " + role + ".");
            return 0;
        }
    }

    @Command(name = "take", description = "Take a role away that was given by hand.")
    static final class TakeRole implements Callable<Integer> {
        @Parameters(paramLabel = "ID", description = "Its id, as grants list shows it.")
        private String id = "";

        @Mixin
        private final HubOptions options;

        TakeRole(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            hub.output().printSentence(hub.api().delete(ApiPath.of(GRANTS, id)), "Took the role away.");
            return 0;
        }
    }
}
