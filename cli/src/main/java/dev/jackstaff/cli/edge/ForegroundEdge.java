package dev.jackstaff.cli.edge;

import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.installation.InstallationHome;
import dev.jackstaff.cli.payara.EdgeServer;
import dev.jackstaff.cli.process.ProcessIdentity;
import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An edge that runs in the foreground from a directory of its own, one for each port: two servers in one directory would
 * deploy over each other.
 */
record ForegroundEdge(EdgeServer server, Path directory) {
    private static final String OWNER = "process";

    /** The edge on a port. */
    static ForegroundEdge at(CommandContext context, EdgeStart start) {
        Path directory = context.home().directory().resolve("edges").resolve(Integer.toString(start.port()));
        InstallationHome home = new InstallationHome(directory);
        return new ForegroundEdge(new EdgeServer(home, context.artifacts()), home.edgeDirectory());
    }

    /** Prepares the server, and returns the arguments of Java. */
    List<String> arguments(EdgeStart start) throws IOException {
        Files.createDirectories(directory);
        takeDirectory();
        server.prepare(start.json());
        List<String> arguments = new ArrayList<>();
        for (String argument : server.foregroundArguments(start.port(), start.systemProperties())) {
            if (argument.startsWith("@")) {
                arguments.addAll(ArgumentFile.read(Path.of(argument.substring(1))));
            } else {
                arguments.add(argument);
            }
        }
        return arguments;
    }

    /** Fails if a process that was started from the directory is alive; else the caller of this command is the next one. */
    private void takeDirectory() throws IOException {
        Path file = directory.resolve(OWNER);
        Optional<ProcessIdentity> caller =
                ProcessHandle.current().parent().flatMap(parent -> ProcessIdentity.of(parent.pid()));
        Optional<ProcessIdentity> owner =
                owner(file).filter(ProcessIdentity::isAlive).filter(alive -> !caller.equals(Optional.of(alive)));
        if (owner.isPresent()) {
            throw new CommandFailedException("An edge already runs, or starts, from " + directory + " (process "
                    + owner.get().pid() + "). Stop it, or choose another port.");
        }
        if (caller.isPresent()) {
            Files.write(
                    file,
                    List.of(Long.toString(caller.get().pid()), caller.get().start()));
        }
    }

    private static Optional<ProcessIdentity> owner(Path file) throws IOException {
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return lines.size() == 2
                ? Optional.of(new ProcessIdentity(Long.parseLong(lines.get(0)), lines.get(1)))
                : Optional.empty();
    }
}
