package dev.jackstaff.edge.backup;

import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import java.nio.file.Path;
import java.util.Optional;

/** A backup in a directory, for tests of other packages. */
public final class DirectoryBackup {
    private DirectoryBackup() {}

    public static Backup in(Path directory, LiveEnvironments environments, Freshness freshness) {
        return new Backup(environments, freshness, Optional.of(directory), Optional.empty());
    }

    /** Stores what is pending, as at the end of a process. */
    public static void close(Backup backup) {
        backup.stop();
    }
}
