package dev.jackstaff.cli.management;

import dev.jackstaff.cli.command.CommandContext;
import jakarta.json.JsonObject;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The commands for the audit trail. Without another word, it is listed. */
@Command(name = "audit", description = "List what was changed, by whom and when; the latest first.")
public final class AuditCommand implements Callable<Integer> {
    @Mixin
    private final AuditListing listing;

    private AuditCommand(CommandContext context) {
        this.listing = new AuditListing(context);
    }

    /** The command with its subcommands. */
    public static CommandLine of(CommandContext context) {
        return new CommandLine(new AuditCommand(context))
                .addSubcommand(new ListEntries(context))
                .addSubcommand(new AuditExportCommand(context))
                .addSubcommand(new AuditVerifyCommand(context));
    }

    @Override
    public Integer call() {
        return listing.print();
    }

    /** What an entry is about, such as {@code flag checkout}. */
    static String subject(JsonObject entry) {
        return entry.getString("resource", "") + " " + entry.getString("key", "");
    }

    @Command(name = "list", description = "List what was changed, by whom and when; the latest first.")
    static final class ListEntries implements Callable<Integer> {
        @Mixin
        private final AuditListing listing;

        ListEntries(CommandContext context) {
            this.listing = new AuditListing(context);
        }

        @Override
        public Integer call() {
            return listing.print();
        }
    }
}
