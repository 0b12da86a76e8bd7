package dev.jackstaff.edge.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final byte[] OLD = "old".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "new, and longer".getBytes(StandardCharsets.UTF_8);

    private final Path directory;
    private final AtomicFile file;

    AtomicFileTest(@TempDir Path directory) {
        this.directory = directory;
        this.file = new AtomicFile(directory.resolve("state"));
    }

    @AfterEach
    void forgetInterruption() {
        Thread.interrupted();
    }

    @Test
    void whatIsWrittenReplacesTheWholeContent() throws IOException {
        file.write(NEW);
        file.write(OLD);

        assertThat(file.read()).isEqualTo(OLD);
        assertThat(directory).isDirectoryNotContaining(path -> path.toString().endsWith(AtomicFile.UNFINISHED));
    }

    @Test
    void anUnfinishedFileOfAnEarlierProcessIsInNobodysWay() throws IOException {
        file.write(OLD);
        Files.write(directory.resolve("state" + AtomicFile.UNFINISHED), new byte[100]);
        assertThat(file.read()).isEqualTo(OLD);

        file.write(NEW);

        assertThat(file.read()).isEqualTo(NEW);
    }

    @Test
    void anInterruptedThreadWritesAndReads() throws IOException {
        Thread.currentThread().interrupt();

        file.write(NEW);

        assertThat(file.read()).isEqualTo(NEW);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void whereTheFileCannotBeReplacedNoUnfinishedOneStays() throws IOException {
        Path occupied = Files.createDirectories(directory.resolve("occupied"));
        Files.createFile(occupied.resolve("something"));

        assertThatThrownBy(() -> new AtomicFile(occupied).write(NEW)).isInstanceOf(IOException.class);

        assertThat(directory).isDirectoryNotContaining(path -> path.toString().endsWith(AtomicFile.UNFINISHED));
    }

    @Test
    void withoutItsDirectoryNothingIsWritten() {
        AtomicFile lost = new AtomicFile(directory.resolve("missing").resolve("state"));

        assertThatThrownBy(() -> lost.write(NEW)).isInstanceOf(IOException.class);
    }
}
