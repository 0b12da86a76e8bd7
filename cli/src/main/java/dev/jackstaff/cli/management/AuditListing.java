package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiPath;
import dev.jackstaff.cli.command.CommandContext;
import jakarta.json.JsonObject;
import java.util.List;
import picocli.CommandLine.Mixin;

/** The options for which entries of the audit trail are listed, and the list. */
final class AuditListing {
    private static final List<Column> COLUMNS = List.of(
            Column.ofTime("WHEN", "at"),
            Column.of("BY", "actor"),
            Column.of("ACTION", "action"),
            new Column("WHAT", AuditCommand::subject),
            new Column("WHERE", AuditListing::place));

    @Mixin
    private final AuditFilterOptions filter = new AuditFilterOptions();

    @Mixin
    private final PageOptions page = new PageOptions();

    @Mixin
    private final HubOptions options;

    AuditListing(CommandContext context) {
        this.options = new HubOptions(context);
    }

    int print() {
        Hub hub = options.connect();
        hub.output().printPage(page.fetch(hub, filter.addTo(ApiPath.of("audit"))), "changes", COLUMNS);
        return 0;
    }

    private static String place(JsonObject entry) {
        String environment = entry.getString("environment", "");
        return entry.getString("project", "") + (environment.isEmpty() ? "" : "/" + environment);
    }
}
