package dev.jackstaff.cli.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.process.LogFile;
import dev.jackstaff.cli.process.ProcessIdentity;
import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessWaitTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final LogFile log;

    ReadinessWaitTest(@TempDir Path directory) throws IOException {
        this.log = new LogFile(Files.writeString(directory.resolve("hub.log"), "first\nthe reason\n"));
    }

    @Test
    void aProcessThatEndsIsReportedAtOnceWithTheEndOfItsLog() {
        ProcessIdentity ended = new ProcessIdentity(ProcessIdentity.current().pid(), "earlier");

        assertThatThrownBy(() -> new ReadinessWait(ProcessRole.HUB, ended, log).awaitReady(() -> false, LONG))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageStartingWith("The hub ended while it was starting.")
                .hasMessageContaining("| the reason")
                .hasMessageContaining(log.path().toString());
    }

    @Test
    void aFaultIsReportedAtOnce() {
        ReadinessWait waiting = new ReadinessWait(
                ProcessRole.HUB, ProcessIdentity.current(), log, () -> Optional.of("deployment refused"));

        assertThatThrownBy(() -> waiting.awaitReady(() -> false, LONG))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageStartingWith("The hub cannot start: deployment refused");
    }

    @Test
    void aProcessThatIsNotReadyInTimeIsReportedWithTheEndOfItsLog() {
        ReadinessWait waiting = new ReadinessWait(ProcessRole.EDGE, ProcessIdentity.current(), log);

        assertThatThrownBy(() -> waiting.awaitReady(() -> false, Duration.ZERO))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageStartingWith("The edge was not ready within 0 s.")
                .hasMessageContaining("| the reason");
    }
}
