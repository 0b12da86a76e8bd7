package dev.jackstaff.cli.installation;

import dev.jackstaff.cli.terminal.Failure;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directory of an installation.
 *
 * <pre>
 * quickstart.json   how to reach it: URLs, administrator, keys (readable by the owner only)
 * state.json        its ports, secrets, database and processes (readable by the owner only)
 * lock              held while it is being started or stopped
 * logs/             postgres.log, hub.log, edge.log, build.log; the run before with .1
 * postgres/         the database: programs and data
 * payara/           Payara Server, and the hub's domain, which is made anew at each start
 * edge/             Payara Micro
 * </pre>
 */
public record Home(Path directory) {
    private static final long MEGABYTE = 1_000_000;
    private static final long NEEDED_AT_FIRST = 1_500 * MEGABYTE;
    private static final long NEEDED_LATER = 300 * MEGABYTE;

    public Path quickstart() {
        return directory.resolve("quickstart.json");
    }

    public Path state() {
        return directory.resolve("state.json");
    }

    public Path lock() {
        return directory.resolve("lock");
    }

    public Path logs() {
        return directory.resolve("logs");
    }

    public Path log(Role role) {
        return logs().resolve(role.key() + ".log");
    }

    public Path postgres() {
        return directory.resolve("postgres");
    }

    public Path payara() {
        return directory.resolve("payara");
    }

    public Path edge() {
        return directory.resolve("edge");
    }

    /** Makes the directory, for the owner alone, and refuses when the disk is too full for what will be put there. */
    public void prepare() {
        try {
            Files.createDirectories(logs());
            PrivateFile.protect(directory);
            FileStore disk = Files.getFileStore(directory);
            boolean first = !Files.exists(payara()) || !Files.exists(edge());
            refuseFullDisk(disk.getUsableSpace(), first ? NEEDED_AT_FIRST : NEEDED_LATER);
        } catch (IOException e) {
            throw new Failure("Cannot write to " + directory + ": " + e.getMessage(), e);
        }
    }

    void refuseFullDisk(long usable, long needed) {
        if (usable < needed) {
            throw new Failure("The disk is full: " + usable / MEGABYTE + " MB are free at " + directory + ", "
                    + needed / MEGABYTE
                    + " MB are needed. Free some, or set JACKSTAFF_HOME to a directory on another disk.");
        }
    }
}
