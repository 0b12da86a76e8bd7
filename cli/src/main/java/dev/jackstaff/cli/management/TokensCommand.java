package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiResponse;
import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.command.KeyArgument;
import dev.jackstaff.cli.terminal.PrintableText;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands for access tokens, one's own or those of a service account. */
@Command(
        name = "tokens",
        description = "List, create, rotate and revoke access tokens.",
        synopsisSubcommandLabel = "COMMAND")
public final class TokensCommand {
    private static final String TOKENS = "tokens";

    private TokensCommand() {}

    /** The command with its subcommands. */
    public static CommandLine of(CommandContext context) {
        return new CommandLine(new TokensCommand())
                .addSubcommand(new ListTokens(context))
                .addSubcommand(new CreateToken(context))
                .addSubcommand(new RotateToken(context))
                .addSubcommand(new RevokeToken(context));
    }

    private static List<String> secret(JsonObject token) {
        return List.of(
                PrintableText.of("Created the token " + token.getString("name") + ", " + token.getString("id") + ":"),
                PrintableText.of(token.getString("secret")),
                "This is the only time that it is shown.");
    }

    @Command(name = "list", description = "List access tokens, without their secrets.")
    static final class ListTokens implements Callable<Integer> {
        private static final List<Column> COLUMNS = List.of(
                Column.of("ID", "id"),
                Column.of("NAME", "name"),
                Column.of("ROLE", "role"),
                Column.of("PROJECT", "project"),
                Column.of("ENVIRONMENT", "environment"),
                Column.of("BEGINS WITH", "prefix"),
                Column.ofTime("LAST USED", "lastUsedAt"),
                Column.ofTime("EXPIRES", "expiresAt"));

        @Mixin
        private final TokenOwner owner = new TokenOwner();

        @Mixin
        private final HubOptions options;

        ListTokens(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            hub.output().printTable(hub.api().get(owner.tokens(hub)), TOKENS, COLUMNS);
            return 0;
        }
    }

    @Command(name = "create", description = "Create an access token, and print its secret, which is shown only once.")
    static final class CreateToken implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", description = "What it is for.")
        private String name = "";

        @Option(
                names = "--expires-at",
                paramLabel = "TIME",
                required = true,
                description = "Until when it is valid, such as 2027-01-31T00:00:00Z; at most 366 days from now.")
        private String expiresAt = "";

        @Option(names = "--role", paramLabel = "ROLE", description = "A role to which it is limited.")
        private @Nullable String role;

        @Option(
                names = "--project",
                paramLabel = "P",
                converter = KeyArgument.class,
                description = "A project to which it is limited.")
        private @Nullable String project;

        @Option(
                names = {"--environment", "--env"},
                paramLabel = "E",
                converter = KeyArgument.class,
                description = "An environment of the project to which it is limited.")
        private @Nullable String environment;

        @Mixin
        private final TokenOwner owner = new TokenOwner();

        @Mixin
        private final HubOptions options;

        CreateToken(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiResponse created = hub.api()
                    .post(
                            owner.tokens(hub),
                            new JsonMembers()
                                    .add("name", name)
                                    .add("role", role)
                                    .add("project", project)
                                    .add("environment", environment)
                                    .add("expiresAt", expiresAt)
                                    .build());
            hub.output().print(created, () -> secret(created.jsonObject()));
            return 0;
        }
    }

    @Command(name = "rotate", description = "Replace a token by a new one. The old one stays valid for a while.")
    static final class RotateToken implements Callable<Integer> {
        @Parameters(paramLabel = "ID", description = "Its id, as tokens list shows it.")
        private String id = "";

        @Option(
                names = "--overlap-minutes",
                paramLabel = "N",
                description = "How long the old one stays valid; default: 60.")
        private @Nullable Long overlap;

        @Mixin
        private final TokenOwner owner = new TokenOwner();

        @Mixin
        private final HubOptions options;

        RotateToken(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            ApiResponse created = hub.api()
                    .post(
                            owner.tokens(hub, id, "rotate"),
                            new JsonMembers().add("overlapMinutes", overlap).build());
            hub.output().print(created, () -> secret(created.jsonObject()));
            return 0;
        }
    }

    @Command(name = "revoke", description = "Revoke a token: what uses it is refused from now on.")
    static final class RevokeToken implements Callable<Integer> {
        @Parameters(paramLabel = "ID", description = "Its id, as tokens list shows it.")
        private String id = "";

        @Mixin
        private final TokenOwner owner = new TokenOwner();

        @Mixin
        private final HubOptions options;

        RevokeToken(CommandContext context) {
            this.options = new HubOptions(context);
        }

        @Override
        public Integer call() {
            Hub hub = options.connect();
            hub.output().printSentence(hub.api().delete(owner.tokens(hub, id)), "Revoked the token " + id + ".");
            return 0;
        }
    }
}
