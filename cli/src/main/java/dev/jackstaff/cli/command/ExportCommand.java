package dev.jackstaff.cli.command;

import dev.jackstaff.cli.client.ApiResponse;
import dev.jackstaff.cli.client.HubClient;
import dev.jackstaff.cli.quickstart.Quickstart;
import dev.jackstaff.cli.terminal.CommandFailedException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that exports an environment as another system's document; differences go to standard error. */
@Command(
        name = "export",
        description = "Export an environment as another system's document. Differences are reported on standard error.")
public final class ExportCommand implements Callable<Integer> {
    /** The target system of an export. */
    enum ForeignSystem {
        UNLEASH,
        FLAGSMITH;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The number of tries: the environment may change between fetching the document and its report. */
    private static final int MAX_TRIES = 5;

    @Parameters(paramLabel = "SYSTEM", description = "The other system: unleash or flagsmith.")
    private ForeignSystem system = ForeignSystem.UNLEASH;

    @Option(
            names = "--project",
            paramLabel = "P",
            converter = KeyArgument.class,
            required = true,
            description = "The project.")
    private String project = "";

    @Option(
            names = "--environment",
            paramLabel = "E",
            converter = KeyArgument.class,
            description = "The environment; default: ${DEFAULT-VALUE}.")
    private String environment = "production";

    @Option(names = "--output", paramLabel = "FILE", description = "The file to write; default: standard output.")
    private @Nullable Path output;

    private final CommandContext context;

    public ExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        HubClient hub = Quickstart.load(context.home()).login();
        for (int i = 0; i < MAX_TRIES; i++) {
            ApiResponse document = hub.exportDocument(project, environment, system.label());
            JsonObject report = hub.fetchExportReport(project, environment, system.label());
            if (document.revision().orElse(0)
                    == report.getJsonNumber("revision").longValue()) {
                write(document.body());
                new ExportReportPrinter(report).print(System.err);
                return 0;
            }
        }
        throw new CommandFailedException(environment + " changed during each attempt. Try again.");
    }

    private void write(String document) {
        if (output == null) {
            context.out().println(document);
            return;
        }
        try {
            Files.writeString(output, document);
        } catch (IOException e) {
            throw new CommandFailedException(output + " cannot be written: " + e.getMessage(), e);
        }
    }
}
