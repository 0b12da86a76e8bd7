package dev.jackstaff.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTreeTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final String SPAWN_300 =
            """
            i=0
            while [ $i -lt 300 ]; do
                i=$((i + 1))
                sh -c 'sleep 30; :' $1 &
                sleep 0.005
            done
            wait
            """;

    /** An argument that no other process has. */
    private final String mark = "mark-" + UUID.randomUUID();

    @Test
    void processesThatStartOthersAllTheWhileAreKilledWithThem(@TempDir Path directory) throws IOException {
        Path script = Files.writeString(directory.resolve("spawn.sh"), SPAWN_300);
        Process root = new ProcessBuilder("sh", "-c", "sh $0 $1; :", script.toString(), mark).start();
        try {
            await().atMost(LIMIT).until(() -> marked().size() > 20);

            assertThat(new ProcessTree(root.toHandle()).kill(LIMIT)).isTrue();

            root.destroyForcibly().onExit().join();
            assertThat(marked()).isEmpty();
        } finally {
            root.destroyForcibly();
            marked().forEach(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void aProcessWithoutOthersIsLeftAlone() throws IOException {
        Process root = new ProcessBuilder("sleep", "30").start();
        try {
            assertThat(new ProcessTree(root.toHandle()).kill(LIMIT)).isTrue();

            assertThat(root.isAlive()).isTrue();
        } finally {
            root.destroyForcibly();
        }
    }

    private List<ProcessHandle> marked() {
        return ProcessHandle.allProcesses()
                .filter(process -> ProcessArguments.of(process).values().contains(mark))
                .filter(ProcessHandle::isAlive)
                .toList();
    }
}
