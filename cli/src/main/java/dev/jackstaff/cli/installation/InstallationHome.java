package dev.jackstaff.cli.installation;

import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directory of an installation.
 *
 * <pre>
 * quickstart.json   how to reach it: URLs, administrator, keys (readable by the owner only)
 * token             of the administrator, for the commands that ask the hub (readable by the owner only)
 * state.json        its ports, secrets, database and processes (readable by the owner only)
 * lock              held while it is being started or stopped
 * logs/             postgres.log, hub.log, edge.log, build.log; the run before with .1
 * postgres/         the database: programs and data
 * payara/           Payara Server, and the hub's domain, which is made anew at each start
 * edge/             Payara Micro
 * </pre>
 */
public record InstallationHome(Path directory) {
    private static final long MEGABYTE = 1_000_000;
    private static final long FIRST_START_BYTES = 1_500 * MEGABYTE;
    private static final long LATER_START_BYTES = 300 * MEGABYTE;

    public Path quickstartFile() {
        return directory.resolve("quickstart.json");
    }

    public Path tokenFile() {
        return directory.resolve("token");
    }

    public Path stateFile() {
        return directory.resolve("state.json");
    }

    public Path lockFile() {
        return directory.resolve("lock");
    }

    public Path logDirectory() {
        return directory.resolve("logs");
    }

    public Path logFile(ProcessRole role) {
        return logDirectory().resolve(role.key() + ".log");
    }

    public Path postgresDirectory() {
        return directory.resolve("postgres");
    }

    public Path payaraDirectory() {
        return directory.resolve("payara");
    }

    public Path edgeDirectory() {
        return directory.resolve("edge");
    }

    /** Creates the directory for the owner alone, and fails if the disk is too full. */
    public void prepare() {
        try {
            Files.createDirectories(logDirectory());
            PrivateFile.restrictToOwner(directory);
            FileStore disk = Files.getFileStore(directory);
            boolean first = !Files.exists(payaraDirectory()) || !Files.exists(edgeDirectory());
            requireFreeSpace(disk.getUsableSpace(), first ? FIRST_START_BYTES : LATER_START_BYTES);
        } catch (IOException e) {
            throw new CommandFailedException("Cannot write to " + directory + ": " + e.getMessage(), e);
        }
    }

    void requireFreeSpace(long usable, long needed) {
        if (usable < needed) {
            throw new CommandFailedException(
                    "The disk at " + directory + " is too full: " + usable / MEGABYTE + " MB are free, "
                            + needed / MEGABYTE
                            + " MB are needed. Free some space, or set JACKSTAFF_HOME to a directory on another disk.");
        }
    }
}
