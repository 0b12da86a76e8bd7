package dev.jackstaff.cli.edge;

import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The command that runs an edge in the foreground. It checks the settings, and writes the arguments of the Java that runs
 * the edge to a file; the script that called it becomes that Java, so that signals reach the edge itself.
 */
@Command
public final class EdgeCommand implements Callable<Integer> {
    private static final String LAUNCH_FILE = "JACKSTAFF_LAUNCH_FILE";
    private static final String SERVER_DIRECTORY = "JACKSTAFF_EDGE_SERVER";

    private final EdgeMode mode;
    private final CommandContext context;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    private EdgeCommand(EdgeMode mode, CommandContext context) {
        this.mode = mode;
        this.context = context;
    }

    /** The command of a mode. */
    public static CommandLine of(EdgeMode mode, CommandContext context) {
        CommandLine line = new CommandLine(new EdgeCommand(mode, context));
        EdgeOptions.addTo(line.getCommandSpec(), mode);
        line.getCommandSpec().name(mode.command());
        line.getCommandSpec()
                .usageMessage()
                .description(
                        mode == EdgeMode.EDGE
                                ? "Run an edge in the foreground: below a hub, an Unleash server or a Flagsmith API."
                                : "Run an edge in the foreground with flags from a file.")
                .sortOptions(false);
        return line;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, String> environment = context.settings().environment();
        Map<String, String> options = EdgeOptions.values(spec.commandLine().getParseResult());
        EdgeStart start = EdgeStart.of(mode, environment, options);
        Path file = Optional.ofNullable(environment.get(LAUNCH_FILE))
                .map(Path::of)
                .orElseThrow(() ->
                        new CommandFailedException("Start an edge with the script: ./jackstaff " + mode.command()));
        Optional<String> installed = Optional.ofNullable(environment.get(SERVER_DIRECTORY));
        List<String> arguments = installed.isPresent()
                ? new InstalledEdge(Path.of(installed.get())).arguments(start)
                : ForegroundEdge.at(context, start).arguments(start);
        ArgumentFile.write(file, arguments);
        return 0;
    }
}
