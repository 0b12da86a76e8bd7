package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiPath;
import dev.jackstaff.cli.command.CommandContext;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that lists the flags of a project. */
@Command(name = "list", description = "List the flags and where they are on, ordered by key.")
final class FlagListCommand implements Callable<Integer> {
    private static final List<Column> COLUMNS = List.of(
            Column.of("FLAG", "key"),
            new Column("ON IN", FlagText::whereOn),
            Column.of("TYPE", "type"),
            Column.of("KIND", "kind"),
            Column.of("OWNER", "owner"),
            Column.ofTime("CHANGED", "updatedAt"),
            Column.of("TAGS", "tags"),
            Column.of("NAME", "name"));

    private static final List<Column> STALE_COLUMNS = List.of(
            Column.of("FLAG", "key"),
            new Column("ON IN", FlagText::whereOn),
            Column.of("KIND", "kind"),
            Column.of("OWNER", "owner"),
            Column.ofTime("CREATED", "createdAt"),
            Column.ofTime("CHANGED", "updatedAt"),
            Column.of("REASONS", "staleReasons"),
            Column.of("NAME", "name"));

    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "Those with this in the key, name or description, or with this tag.")
    private @Nullable String text;

    @Option(names = "--archived", description = "Those that are archived, instead of the others.")
    private boolean archived;

    @Option(names = "--stale", description = "Those that are stale or potentially stale, with the reasons.")
    private boolean stale;

    @Mixin
    private final PageOptions page = new PageOptions();

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final HubOptions options;

    FlagListCommand(CommandContext context) {
        this.options = new HubOptions(context);
    }

    @Override
    public Integer call() {
        Hub hub = options.connect();
        ApiPath path = project.path(hub, "flags")
                .with("environments", "true")
                .with("q", text)
                .with("archived", archived ? "true" : null)
                .with("stale", stale ? "true" : null);
        hub.output().printPage(page.fetch(hub, path), things(), stale ? STALE_COLUMNS : COLUMNS);
        return 0;
    }

    private String things() {
        return (stale ? "potentially stale " : "") + (archived ? "archived flags" : "flags");
    }
}
