package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiPath;
import dev.jackstaff.cli.client.ApiResponse;
import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.command.KeyArgument;
import dev.jackstaff.cli.terminal.PrintableText;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands for API keys. */
@Command(name = "keys", description = "List, create and revoke API keys.", synopsisSubcommandLabel = "COMMAND")
public final class KeysCommand {
    private static final String KEYS = "keys";

    private KeysCommand() {}

    /** The command with its subcommands. */
    public static CommandLine of(CommandContext context) {
        return new CommandLine(new KeysCommand())
                .addSubcommand(new ListKeys(context))
                .addSubcommand(new CreateKey(context))
                .addSubcommand(new RotateKey(context))
                .addSubcommand(new RevokeKey(context));
    }

    @Command(name = "list", description = "List the keys, without their secrets.")
    static final class ListKeys implements Callable<Integer> {
        private static final List<Column> COLUMNS = List.of(
                Column.of("ID", "id"),
                Column.of("NAME", "name"),
                Column.of("KIND", "kind"),
                Column.of("PROJECT", "project"),
                Column.of("ENVIRONMENT", "environment"),
                Column.of("BEGINS WITH", "prefix"),
                Column.ofTime("LAST USED", "lastUsedAt"),
                Column.ofTime("EXPIRES", "expiresAt"));

        @Option(
                names = "--project",
                paramLabel = "P",
                converter = KeyArgument.class,
                description = "Those of a project only.")
        private @Nullable String project;

        @Mixin
        private final HubOptions options;

        ListKeys(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            hub.output().printTable(hub.api().get(ApiPath.of(KEYS).with("project", project)), KEYS, COLUMNS);
            return 0;
        }
    }

    @Command(name = "create", description = "Create a key, and print its secret, which is shown only once.")
    static final class CreateKey implements Callable<Integer> {
        /** The kinds that open one environment. */
        private static final Set<String> OF_AN_ENVIRONMENT = Set.of("server", "client");

        @Parameters(paramLabel = "NAME", description = "What it is for.")
        private String name = "";

        @Option(
                names = "--kind",
                paramLabel = "KIND",
                required = true,
                description = "server or client, for applications; edge, for edges; admin, for the management API.")
        private String kind = "";

        @Option(
                names = {"--environment", "--env"},
                paramLabel = "E",
                converter = KeyArgument.class,
                description = "The environment that it opens; needed for server and client.")
        private @Nullable String environment;

        @Option(
                names = "--expires-at",
                paramLabel = "TIME",
                description = "Until when it is valid, such as 2027-01-31T00:00:00Z; default: until it is revoked.")
        private @Nullable String expiresAt;

        @Mixin
        private final ProjectOption project = new ProjectOption();

        @Mixin
        private final HubOptions options;

        CreateKey(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            boolean inProject = OF_AN_ENVIRONMENT.contains(kind) || environment != null;
            ApiResponse created = hub.api()
                    .post(
                            ApiPath.of(KEYS),
                            new JsonMembers()
                                    .add("name", name)
                                    .add("kind", kind)
                                    .add("project", inProject ? project.of(hub) : project.given())
                                    .add("environment", environment)
                                    .add("expiresAt", expiresAt)
                                    .build());
            hub.output().print(created, () -> lines(created.jsonObject()));
            return 0;
        }
    }

    @Command(name = "rotate", description = "Replace a key by a new one. The old one stays valid for a while.")
    static final class RotateKey implements Callable<Integer> {
        @Parameters(paramLabel = "ID", converter = KeyArgument.class, description = "Its id, as keys list shows it.")
        private String id = "";

        @Option(
                names = "--overlap-minutes",
                paramLabel = "N",
                description = "How long the old one stays valid; default: 60.")
        private @Nullable Long overlap;

        @Mixin
        private final HubOptions options;

        RotateKey(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiResponse created = hub.api()
                    .post(
                            ApiPath.of(KEYS, id, "rotate"),
                            new JsonMembers().add("overlapMinutes", overlap).build());
            hub.output().print(created, () -> lines(created.jsonObject()));
            return 0;
        }
    }

    private static List<String> lines(JsonObject key) {
        return List.of(
                PrintableText.of("Created the key " + key.getString("name") + ", " + key.getString("id") + ":"),
                PrintableText.of(key.getString("secret")),
                "This is the only time that it is shown.");
    }

    @Command(name = "revoke", description = "Revoke keys: what uses them is refused from now on.")
    static final class RevokeKey implements Callable<Integer> {
        @Parameters(
                index = "0..*",
                arity = "1",
                paramLabel = "ID",
                converter = KeyArgument.class,
                description = "Their ids, as keys list shows them.")
        private List<String> ids = List.of();

        @Mixin
        private final HubOptions options;

        RevokeKey(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            for (String id : ids) {
                hub.output().printSentence(hub.api().delete(ApiPath.of(KEYS, id)), "Revoked the key " + id + ".");
            }
            return 0;
        }
    }
}
