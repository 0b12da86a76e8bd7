package dev.jackstaff.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command of this machine that ends by itself.
 *
 * @param place where it runs
 * @param log what it says, on both its outputs
 */
record ExternalCommand(Path place, Path log, List<String> words) {
    static final int NOT_ENDED = -1;

    /** Its exit code; {@link #NOT_ENDED} where it is not there, or takes longer. */
    int run(Duration limit) {
        try {
            Files.createDirectories(place);
            Process process = new ProcessBuilder(words)
                    .directory(place.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return NOT_ENDED;
            }
            return process.exitValue();
        } catch (IOException absent) {
            return NOT_ENDED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean succeeds(Duration limit) {
        return run(limit) == 0;
    }
}
