package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiPath;
import dev.jackstaff.cli.command.CommandContext;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that exports the audit trail. */
@Command(name = "export", description = "Write the sealed entries of the audit trail, in the order of the chain.")
final class AuditExportCommand implements Callable<Integer> {
    @Option(names = "--format", paramLabel = "jsonl|csv", description = "Default: ${DEFAULT-VALUE}.")
    private String format = "jsonl";

    @Option(
            names = "--since",
            paramLabel = "SEQUENCE",
            description = "The sequence of the last entry that you have; default: from the beginning.")
    private @Nullable String since;

    @Mixin
    private final AuditFilterOptions filter = new AuditFilterOptions();

    @Mixin
    private final HubOptions options;

    AuditExportCommand(CommandContext context) {
        this.options = new HubOptions(context);
    }

    @Override
    public Integer call() {
        Hub hub = options.connect();
        ApiPath path = filter.addTo(
                ApiPath.of("audit", "export").with("format", format).with("since", since));
        hub.api().copy(path, hub.output().out());
        return 0;
    }
}
