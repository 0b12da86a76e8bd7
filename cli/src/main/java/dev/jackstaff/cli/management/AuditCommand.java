package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiPath;
import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.command.KeyArgument;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that lists what was changed, by whom and when. */
@Command(name = "audit", description = "List what was changed, by whom and when; the latest first.")
public final class AuditCommand implements Callable<Integer> {
    private static final List<Column> COLUMNS = List.of(
            Column.ofTime("WHEN", "at"),
            Column.of("BY", "actor"),
            Column.of("ACTION", "action"),
            new Column("WHAT", AuditCommand::subject),
            new Column("WHERE", AuditCommand::place));

    @Option(
            names = "--project",
            paramLabel = "P",
            converter = KeyArgument.class,
            description = "The changes of a project only.")
    private @Nullable String project;

    @Mixin
    private final PageOptions page = new PageOptions();

    @Mixin
    private final HubOptions options;

    public AuditCommand(CommandContext context) {
        this.options = new HubOptions(context);
    }

    @Override
    public Integer call() {
        Hub hub = options.connect();
        hub.output().printPage(page.fetch(hub, ApiPath.of("audit").with("project", project)), "changes", COLUMNS);
        return 0;
    }

    /** What an entry is about, such as {@code flag checkout}. */
    static String subject(JsonObject entry) {
        return entry.getString("resource", "") + " " + entry.getString("key", "");
    }

    private static String place(JsonObject entry) {
        String environment = entry.getString("environment", "");
        return entry.getString("project", "") + (environment.isEmpty() ? "" : "/" + environment);
    }
}
