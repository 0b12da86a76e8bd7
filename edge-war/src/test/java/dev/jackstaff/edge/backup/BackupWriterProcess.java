package dev.jackstaff.edge.backup;

import java.nio.file.Path;

/** A process that stores one revision after the other until it is killed, and prints each stored one. */
final class BackupWriterProcess {
    private BackupWriterProcess() {}

    public static void main(String... arguments) {
        BackupFixture kept = BackupFixture.restoredFrom(Path.of(arguments[0]));
        System.out.println("at " + kept.revision());
        for (long revision = kept.revision() + 1; ; revision++) {
            kept.backup.storeNow(BackupFixture.snapshot(revision));
            System.out.println("kept " + revision);
        }
    }
}
