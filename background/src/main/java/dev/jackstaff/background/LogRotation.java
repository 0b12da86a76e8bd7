package dev.jackstaff.background;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rotation of log files that processes write as their standard output. A file that has grown too large is copied to
 * {@code NAME.1}, earlier copies move on, the oldest is dropped, and the file is emptied. The process goes on writing
 * to it, so the file must be open for appending. Lines that are written during the copy may be lost.
 */
public final class LogRotation {
    /** The environment variable with the files, separated by colons; {@code up} sets it for its hub and edge. */
    private static final String VARIABLE = "JACKSTAFF_LOG_FILES";

    /** The size in bytes from which a file is rotated. */
    private static final long LIMIT_BYTES = 10L * 1024 * 1024;

    /** The number of copies of a file. */
    private static final int COPIES = 3;

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final List<Path> files;
    private final long limit;
    private final BackgroundLoop loop =
            BackgroundLoop.every(INTERVAL, "jackstaff-log-rotation", "The rotation of logs", this::rotate);

    LogRotation(List<Path> files, long limit) {
        this.files = List.copyOf(files);
        this.limit = limit;
    }

    /** The rotation of the files that the environment names; of none if it names none. */
    public static LogRotation ofEnvironment() {
        return of(System.getenv().getOrDefault(VARIABLE, ""));
    }

    static LogRotation of(String list) {
        return new LogRotation(
                Stream.of(list.split(":", -1))
                        .filter(name -> !name.isEmpty())
                        .map(Path::of)
                        .toList(),
                LIMIT_BYTES);
    }

    /** Starts, unless there is no file. */
    public void start() {
        if (!files.isEmpty()) {
            loop.start();
        }
    }

    public void stop() {
        loop.stop();
    }

    void rotate() {
        for (Path file : files) {
            try {
                if (Files.exists(file) && Files.size(file) >= limit) {
                    rotate(file);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static void rotate(Path file) throws IOException {
        for (int number = COPIES - 1; number >= 1; number--) {
            Path copy = copy(file, number);
            if (Files.exists(copy)) {
                Files.move(copy, copy(file, number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.copy(file, copy(file, 1), StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
    }

    private static Path copy(Path file, int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
