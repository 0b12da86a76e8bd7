package dev.jackstaff.cli.process;

import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A program to run in its own session, so that neither Ctrl-C nor the end of the terminal reaches it. Output goes to a
 * log, which is opened for appending so that it can be rotated; the previous log is kept. There is one process per program: launchers in front of it replace themselves.
 */
public record BackgroundProgram(List<String> command, Path directory, Path log, Map<String, String> environment) {
    /** The variable by which hub and edge learn which log files to rotate, separated by colons. */
    public static final String LOG_FILES = "JACKSTAFF_LOG_FILES";

    public BackgroundProgram {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Starts the program, with the input file as its standard input. */
    public Process start(Path input) {
        try {
            keepPreviousLog();
            ProcessBuilder builder = new ProcessBuilder(commandInOwnSession()).directory(directory.toFile());
            builder.environment().putAll(environment);
            return builder.redirectInput(input.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new CommandFailedException("Could not start " + command.get(0) + ": " + e.getMessage(), e);
        }
    }

    private List<String> commandInOwnSession() {
        List<String> all = new ArrayList<>();
        if (isOnPath("setsid")) {
            all.add("setsid");
        } else if (isOnPath("nohup")) {
            all.add("nohup");
        }
        all.addAll(command);
        return all;
    }

    private void keepPreviousLog() throws IOException {
        if (Files.exists(log)) {
            Path before = log.resolveSibling(log.getFileName() + ".1");
            Files.move(log, before, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether an executable with the given name is on the PATH. */
    public static boolean isOnPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(":", -1))
                .filter(directory -> !directory.isEmpty())
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
