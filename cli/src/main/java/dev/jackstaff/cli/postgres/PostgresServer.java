package dev.jackstaff.cli.postgres;

import dev.jackstaff.cli.artifact.ArtifactDirectory;
import dev.jackstaff.cli.installation.InstallationHome;
import dev.jackstaff.cli.installation.InstallationState;
import dev.jackstaff.cli.installation.PrivateFile;
import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.process.BackgroundProgram;
import dev.jackstaff.cli.process.LogFile;
import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The bundled PostgreSQL, durable and on loopback only. As root it runs in a user namespace, because it refuses to run
 * as root.
 */
public record PostgresServer(InstallationHome home, Path artifact) {
    /** The line of the lock file with the status, from 0. */
    private static final int STATUS_LINE = 7;

    private static final long INITIALISATION_SECONDS = 120;

    /** Unpacks the programs and creates the data directory, if they are missing. */
    public void prepare(InstallationState state) throws IOException {
        Path programs = programs();
        if (!Files.exists(dataDirectory().resolve("PG_VERSION"))) {
            Path partial = home.postgresDirectory().resolve("data.partial");
            ArtifactDirectory.deleteRecursively(partial);
            initialise(programs, partial, state.secrets().postgresPassword());
            Files.move(partial, dataDirectory(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The program that starts the server. */
    public BackgroundProgram program(InstallationState state) throws IOException {
        List<String> command =
                commandNotAsRoot(programs().resolve("bin/postgres").toString());
        command.addAll(List.of("-D", dataDirectory().toString()));
        command.addAll(List.of("-p", state.ports().database().toString()));
        command.addAll(setting("listen_addresses", "127.0.0.1"));
        command.addAll(setting("unix_socket_directories", ""));
        command.addAll(setting("max_connections", "100"));
        command.addAll(setting("fsync", "on"));
        return new BackgroundProgram(
                command, home.postgresDirectory(), logFile().path(), Map.of());
    }

    /** Whether the server accepts connections, by its lock file: the first line is its process, the eighth its status. */
    public boolean isReady() {
        try {
            List<String> lines = Files.readAllLines(dataDirectory().resolve("postmaster.pid"));
            return lines.size() > STATUS_LINE
                    && lines.get(STATUS_LINE).startsWith("ready")
                    && ProcessHandle.of(Long.parseLong(lines.get(0).strip())).isPresent();
        } catch (IOException | NumberFormatException notYet) {
            return false;
        }
    }

    public LogFile logFile() {
        return new LogFile(home.logFile(ProcessRole.POSTGRES));
    }

    private Path programs() throws IOException {
        return new PostgresBinaries(artifact, home.postgresDirectory()).unpack();
    }

    private Path dataDirectory() {
        return home.postgresDirectory().resolve("data");
    }

    private void initialise(Path programs, Path directory, String password) throws IOException {
        Path passwordFile = home.postgresDirectory().resolve("password");
        new PrivateFile(passwordFile).write(password);
        List<String> command = commandNotAsRoot(programs.resolve("bin/initdb").toString());
        command.addAll(List.of("-D", directory.toString(), "-U", "postgres", "-A", "scram-sha-256"));
        command.addAll(List.of("--pwfile", passwordFile.toString(), "-E", "UTF8", "--no-locale"));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(logFile().path().toFile())
                    .start();
            if (!process.waitFor(INITIALISATION_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new CommandFailedException(initialisationError(logFile().tail(5)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private static String initialisationError(List<String> lines) {
        boolean noNamespace = lines.stream().anyMatch(line -> line.startsWith("unshare:"));
        return noNamespace
                ? "PostgreSQL refuses to run as root, and this machine allows no user namespace to run it in. Run"
                        + " jackstaff as an ordinary user, or set JACKSTAFF_DB_URL to a PostgreSQL of your own."
                : "PostgreSQL could not create its data directory:\n  " + String.join("\n  ", lines);
    }

    private static List<String> commandNotAsRoot(String program) {
        boolean root = "root".equals(System.getProperty("user.name"));
        List<String> command = new ArrayList<>();
        if (root && BackgroundProgram.isOnPath("unshare")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program);
        return command;
    }

    private static List<String> setting(String name, String value) {
        return List.of("-c", name + "=" + value);
    }
}
