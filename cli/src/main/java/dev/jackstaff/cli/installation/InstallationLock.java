package dev.jackstaff.cli.installation;

import dev.jackstaff.cli.process.ProcessIdentity;
import dev.jackstaff.cli.process.TerminationSignal;
import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lock for starting or stopping an installation, held by one command at a time. The operating system releases it
 * when the command ends.
 */
public final class InstallationLock implements AutoCloseable {
    private static final Duration HOLDER_STOP_TIMEOUT = Duration.ofSeconds(60);

    private final FileChannel channel;

    private InstallationLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Acquires the lock, or fails if another command holds it. */
    public static InstallationLock acquire(InstallationHome home) {
        return tryAcquire(home)
                .orElseThrow(() -> new CommandFailedException(
                        "Another jackstaff command is starting or stopping this installation (" + home.directory()
                                + "). Wait for it, or stop it: ./jackstaff down"));
    }

    /** Acquires the lock; a command that holds it is terminated first. */
    public static InstallationLock acquireByEndingHolder(InstallationHome home) {
        return tryAcquire(home).orElseGet(() -> {
            holder(home).ifPresent(process -> TerminationSignal.TERMINATE.terminate(process, HOLDER_STOP_TIMEOUT));
            return acquire(home);
        });
    }

    private static Optional<InstallationLock> tryAcquire(InstallationHome home) {
        try {
            Files.createDirectories(home.directory());
            FileChannel channel = FileChannel.open(
                    home.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            ProcessIdentity self = ProcessIdentity.current();
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((self.pid() + " " + self.start()).getBytes(StandardCharsets.UTF_8)), 0);
            return Optional.of(new InstallationLock(channel));
        } catch (IOException e) {
            throw new CommandFailedException("Cannot write to " + home.directory() + ": " + e.getMessage(), e);
        }
    }

    private static Optional<ProcessIdentity> holder(InstallationHome home) {
        try {
            String[] words = Files.readString(home.lockFile()).strip().split(" ", 2);
            return Optional.of(new ProcessIdentity(Long.parseLong(words[0]), words[1]));
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new CommandFailedException("The lock cannot be released: " + e.getMessage(), e);
        }
    }
}
