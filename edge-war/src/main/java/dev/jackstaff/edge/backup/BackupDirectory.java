package dev.jackstaff.edge.backup;

import dev.jackstaff.edge.file.AtomicFile;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A directory of backup envelopes, one file for each name. A file is replaced atomically: at any moment it has the old
 * content or the new one.
 *
 * @param origin the origin of the contents; a file of another origin is refused
 */
record BackupDirectory(Path path, String origin) {
    private static final String SUFFIX = ".backup";
    private static final Logger LOG = Logger.getLogger(BackupDirectory.class.getName());

    /** Creates the directory with access for this user only, and deletes unfinished files of a crash. */
    BackupDirectory open() throws IOException {
        Files.createDirectories(path);
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        } catch (UnsupportedOperationException unsupported) {
            LOG.log(Level.FINE, "This file system has no POSIX permissions.", unsupported);
        }
        for (Path unfinished : list(AtomicFile.UNFINISHED)) {
            Files.delete(unfinished);
        }
        return this;
    }

    /** Writes a file durably: after the return it survives a crash of the machine. */
    void write(String name, byte[] content) throws IOException {
        new AtomicFile(path.resolve(fileName(name))).write(new BackupEnvelope(origin, name, content).toBytes());
        sync();
    }

    /** Deletes a file, if there is one. */
    void delete(String name) throws IOException {
        if (Files.deleteIfExists(path.resolve(fileName(name)))) {
            sync();
        }
    }

    /** All valid files of this origin; each refused file is logged with its reason. */
    List<BackupEnvelope> readAll() throws IOException {
        List<BackupEnvelope> contents = new ArrayList<>();
        for (Path file : list(SUFFIX)) {
            try {
                BackupEnvelope content = BackupEnvelope.of(new AtomicFile(file).read());
                if (!content.origin().equals(origin)) {
                    throw new BackupEnvelope.InvalidBackupException(
                            "its origin is " + content.origin() + " instead of " + origin);
                }
                if (!file.getFileName().toString().equals(fileName(content.name()))) {
                    throw new BackupEnvelope.InvalidBackupException(
                            "it holds " + content.name() + ", which belongs in another file");
                }
                contents.add(content);
            } catch (BackupEnvelope.InvalidBackupException | IOException broken) {
                LOG.log(Level.WARNING, "The backup file " + file + " is refused: " + broken.getMessage() + ".", broken);
            }
        }
        return contents;
    }

    private List<Path> list(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Flushes the directory, which makes a rename durable. An interruption would close the channel, so it is deferred.
     */
    private void sync() throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            forceDirectory();
        } catch (ClosedByInterruptException interruption) {
            interrupted = Thread.interrupted();
            forceDirectory();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void forceDirectory() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The file name for a name, which may contain characters that file names cannot have. */
    static String fileName(String name) {
        return BackupEnvelope.shortHash(name) + SUFFIX;
    }
}
