package dev.jackstaff.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.cli.terminal.CommandFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundProgramTest {
    private final Path directory;

    BackgroundProgramTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void theProcessStartedIsTheProgramItselfWithItsInputAndEnvironment() throws Exception {
        Path input = Files.writeString(directory.resolve("input"), "hello\n");
        BackgroundProgram program = new BackgroundProgram(
                List.of("sh", "-c", "read word; echo $$ $word $NAME"), directory, log(), Map.of("NAME", "Ada"));

        Process process = program.start(input);

        assertThat(process.waitFor()).isZero();
        assertThat(log()).hasContent(process.pid() + " hello Ada");
    }

    @Test
    void theLogOfTheRunBeforeIsKept() throws Exception {
        Files.writeString(log(), "before");

        new BackgroundProgram(List.of("echo", "now"), directory, log(), Map.of())
                .start(Path.of("/dev/null"))
                .waitFor();

        assertThat(log()).hasContent("now");
        assertThat(directory.resolve("program.log.1")).hasContent("before");
    }

    @Test
    void aDirectoryThatIsNotThereIsAFailureInPlainWords() {
        BackgroundProgram program =
                new BackgroundProgram(List.of("echo"), directory.resolve("nowhere"), log(), Map.of());

        assertThatThrownBy(() -> program.start(Path.of("/dev/null")))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageStartingWith("Could not start echo");
    }

    private Path log() {
        return directory.resolve("program.log");
    }
}
