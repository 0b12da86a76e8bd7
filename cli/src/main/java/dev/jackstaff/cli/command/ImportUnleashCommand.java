package dev.jackstaff.cli.command;

import dev.jackstaff.cli.quickstart.Quickstart;
import dev.jackstaff.cli.terminal.CommandFailedException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that imports an Unleash features document. */
@Command(name = "unleash", description = "Import an Unleash features document (JSON).")
public final class ImportUnleashCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file with the document.")
    private @Nullable Path file;

    @Option(
            names = "--project",
            paramLabel = "P",
            converter = KeyArgument.class,
            required = true,
            description = "The project to import into.")
    private String project = "";

    @Option(
            names = "--environment",
            paramLabel = "E",
            converter = KeyArgument.class,
            description = "The environment whose state is imported; default: ${DEFAULT-VALUE}.")
    private String environment = "production";

    @Option(names = "--dry-run", description = "Print the report only, and change nothing.")
    private boolean dryRun;

    @Option(names = "--all", description = "List the flags that were taken as they are, too.")
    private boolean all;

    private final CommandContext context;

    public ImportUnleashCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        String document = read();
        JsonObject report =
                Quickstart.load(context.home()).login().importUnleash(project, environment, document, dryRun);
        new ImportReportPrinter(report, all).print(context.out());
        return 0;
    }

    private String read() {
        Path path = file == null ? Path.of("") : file;
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new CommandFailedException("There is no file " + path, e);
        } catch (CharacterCodingException e) {
            throw new CommandFailedException(path + " is not UTF-8 text", e);
        } catch (IOException e) {
            throw new CommandFailedException(path + " cannot be read: " + e.getMessage(), e);
        }
    }
}
