package dev.jackstaff.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRotationTest {
    private static final int LIMIT = 1_000;
    private static final String LINE = "x".repeat(99) + "\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private Path directory;

    @Test
    void aProcessThatWritesForeverFillsNoMoreThanTheLogAndItsCopies() throws IOException, InterruptedException {
        Path log = directory.resolve("edge.log");
        LogRotation rotation = new LogRotation(List.of(log), LIMIT);

        for (int round = 0; round < 20; round++) {
            Process writer = new ProcessBuilder(
                            "sh", "-c", "i=0; while [ $i -lt 12 ]; do printf '%s' \"$0\"; i=$((i+1)); done", LINE)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            assertThat(writer.waitFor()).isZero();
            rotation.rotate();
            assertThat(log).isEmptyFile();
        }

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("edge.log", "edge.log.1", "edge.log.2", "edge.log.3");
        }
        assertThat(directory.resolve("edge.log.3")).hasSize(12L * LINE.length());
    }

    @Test
    void aProcessGoesOnWritingAtTheBeginningOfTheEmptiedFile() throws IOException {
        Path log = directory.resolve("hub.log");
        LogRotation rotation = new LogRotation(List.of(log), LIMIT);
        Process writer = new ProcessBuilder("cat")
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try (var input = writer.outputWriter()) {
            input.write(LINE.repeat(LIMIT / LINE.length()));
            input.flush();
            while (Files.size(log) < LIMIT) {
                Thread.onSpinWait();
            }
            rotation.rotate();
            input.write(LINE);
            input.flush();
            while (Files.size(log) == 0) {
                Thread.onSpinWait();
            }

            assertThat(log).hasContent(LINE.strip());
            assertThat(directory.resolve("hub.log.1")).hasSize(LIMIT);
        } finally {
            writer.destroy();
        }
    }

    @Test
    void aSmallFileAndOneThatIsNotThereStayAsTheyAre() throws IOException {
        Path log = Files.writeString(directory.resolve("hub.log"), LINE);

        LogRotation.of(log + "::" + directory.resolve("none.log")).rotate();

        assertThat(log).hasContent(LINE.strip());
        assertThat(directory.resolve("hub.log.1")).doesNotExist();
    }
}
