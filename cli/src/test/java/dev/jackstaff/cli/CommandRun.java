package dev.jackstaff.cli;

import dev.jackstaff.cli.artifact.Artifacts;
import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.installation.InstallationHome;
import dev.jackstaff.cli.installation.InstallationSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** What the command did with its arguments, in this process. */
public record CommandRun(int exitCode, String out, String err) {
    /** Runs it. */
    public static CommandRun of(Path home, Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        CommandContext context = new CommandContext(
                new InstallationSettings(environment),
                new InstallationHome(home),
                new Artifacts(home),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                false);
        int exitCode = Jackstaff.commandLine(context)
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString());
    }
}
