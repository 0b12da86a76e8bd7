package dev.jackstaff.edge.file;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is replaced as a whole: after a crash it has the old content or the new one. It is read and written through
 * streams and not through channels, because an interruption of the thread closes a channel, and the content would be lost.
 */
public record AtomicFile(Path path) {
    /** The suffix of a file that is still being written. */
    public static final String UNFINISHED = ".new";

    /**
     * Replaces the content durably: after the return it is on the disk.
     *
     * @throws IOException if it cannot be written; the old content then stays, and no unfinished file
     */
    public void write(byte[] content) throws IOException {
        Path unfinished = path.resolveSibling(path.getFileName() + UNFINISHED);
        try {
            try (FileOutputStream file = new FileOutputStream(unfinished.toFile())) {
                file.write(content);
                file.getFD().sync();
            }
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritten) {
            Files.deleteIfExists(unfinished);
            throw unwritten;
        }
    }

    /** The content. */
    public byte[] read() throws IOException {
        try (FileInputStream file = new FileInputStream(path.toFile())) {
            return file.readAllBytes();
        }
    }
}
