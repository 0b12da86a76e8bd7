package dev.jackstaff.edge.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes without pause and is killed at random moments; the next one starts from what it left. */
class BackupCrashIT {
    private static final int KILLS = Integer.getInteger("jackstaff.crashes", 30);
    private static final long SEED = 20_261_121;
    private static final int MAX_MILLIS = 60;
    private static final long LIMIT_SECONDS = 20;

    @Test
    void whoeverIsKilledWhileWritingStartsAgainFromNothingTornOrOlder(@TempDir Path data) throws Exception {
        Random random = new Random(SEED);
        long revision = 0;
        for (int i = 0; i < KILLS; i++) {
            long kept = killAfter(data, random.nextInt(MAX_MILLIS), revision);
            BackupFixture survivor = BackupFixture.restoredFrom(data);
            survivor.backup.stop();
            long restored = survivor.revision();
            assertThat(restored).isGreaterThanOrEqualTo(kept);
            revision = restored;
        }
        assertThat(revision).isGreaterThan(KILLS);
        System.out.printf(
                "Backup killed %d times while writing; revision %d, never torn, never older.%n", KILLS, revision);
    }

    /** The last revision that the process reported as stored. */
    private static long killAfter(Path data, int millis, long before) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BackupWriterProcess.class.getName(),
                        data.toString()))
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(next(process.inputReader(), "at ")).isEqualTo("at " + before);
            assertThat(next(process.inputReader(), "kept ")).isEqualTo("kept " + (before + 1));
            process.waitFor(millis, TimeUnit.MILLISECONDS);
        } finally {
            process.toHandle().destroyForcibly(); // destroying the Process would close its unread output
        }
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.inputReader()
                .lines()
                .filter(line -> line.startsWith("kept "))
                .mapToLong(line -> Long.parseLong(line.substring("kept ".length())))
                .max()
                .orElse(before + 1);
    }

    /** The next line with this beginning, past lines of the log; empty if there is none. */
    private static String next(BufferedReader output, String prefix) throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith(prefix)) {
            line = output.readLine();
        }
        return line == null ? "" : line;
    }
}
