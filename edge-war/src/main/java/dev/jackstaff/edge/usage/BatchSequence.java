package dev.jackstaff.edge.usage;

import dev.jackstaff.edge.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A sequence of numbers that never repeat, even after a crash. Blocks are reserved on disk; without a stored block it
 * starts with the current time.
 */
final class BatchSequence {
    private static final long BLOCK_SIZE = 1_000;
    private static final Logger LOG = Logger.getLogger(BatchSequence.class.getName());

    private final Optional<Path> file;
    private long next;
    private long reservedUntil;

    BatchSequence(Optional<Path> directory, Clock clock) {
        file = directory.map(path -> path.resolve("sequence"));
        next = Math.max(file.map(BatchSequence::readReserved).orElse(0L), 0L);
        if (next == 0) {
            next = clock.millis();
        }
        reservedUntil = next;
    }

    private static long readReserved(Path file) {
        try {
            return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
        } catch (IOException | NumberFormatException unreadable) {
            LOG.log(
                    Level.WARNING,
                    "The stored batch number cannot be read; numbers continue from the current time.",
                    unreadable);
            return 0;
        }
    }

    synchronized long next() {
        if (next >= reservedUntil) {
            reservedUntil = next + BLOCK_SIZE;
            file.ifPresent(this::reserve);
        }
        return next++;
    }

    private void reserve(Path path) {
        try {
            new AtomicFile(path).write(Long.toString(reservedUntil).getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            LOG.log(Level.WARNING, "The batch number cannot be stored.", unwritable);
        }
    }
}
