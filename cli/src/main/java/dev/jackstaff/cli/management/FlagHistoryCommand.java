package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiPath;
import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.command.KeyArgument;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command that lists the revisions of an environment, or those in which a flag was changed. */
@Command(
        name = "history",
        description = "List the revisions of an environment with what was changed; with a flag, its changes only.")
final class FlagHistoryCommand implements Callable<Integer> {
    private static final List<Column> COLUMNS = List.of(
            Column.of("REVISION", "revision"),
            Column.ofTime("WHEN", "at"),
            new Column("BY", FlagHistoryCommand::actors),
            new Column("CHANGES", FlagHistoryCommand::changes));

    @Parameters(
            arity = "0..1",
            paramLabel = "FLAG",
            converter = KeyArgument.class,
            description = "The flag whose changes are listed.")
    private @Nullable String flag;

    @Mixin
    private final EnvironmentOption environment = new EnvironmentOption();

    @Mixin
    private final PageOptions page = new PageOptions();

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final HubOptions options;

    FlagHistoryCommand(CommandContext context) {
        this.options = new HubOptions(context);
    }

    @Override
    public Integer call() {
        Hub hub = options.connect();
        ApiPath path = project.path(hub, "environments", environment.key(), "revisions");
        String wanted = flag;
        if (wanted == null) {
            hub.output().printPage(page.fetch(hub, path), "revisions", COLUMNS);
        } else {
            JsonObject found = page.fetch(
                    hub, path, revision -> changesOf(revision).anyMatch(entry -> isOf(entry, wanted)), "revision");
            hub.output().printPage(found, "changes of " + wanted, COLUMNS);
        }
        return 0;
    }

    private static boolean isOf(JsonObject entry, String flag) {
        return entry.getString("resource", "").startsWith("flag")
                && entry.getString("key", "").equals(flag);
    }

    private static String actors(JsonObject revision) {
        return changesOf(revision)
                .map(entry -> entry.getString("actor", ""))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String changes(JsonObject revision) {
        return changesOf(revision)
                .map(entry -> entry.getString("action", "") + " " + AuditCommand.subject(entry))
                .collect(Collectors.joining("; "));
    }

    private static Stream<JsonObject> changesOf(JsonObject revision) {
        return revision.getJsonArray("changes").getValuesAs(JsonObject.class).stream();
    }
}
