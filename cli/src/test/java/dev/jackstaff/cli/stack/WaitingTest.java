package dev.jackstaff.cli.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.cli.installation.Role;
import dev.jackstaff.cli.process.LogFile;
import dev.jackstaff.cli.process.ProcessIdentity;
import dev.jackstaff.cli.terminal.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitingTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final LogFile log;

    WaitingTest(@TempDir Path directory) throws IOException {
        this.log = new LogFile(Files.writeString(directory.resolve("hub.log"), "first\nthe reason\n"));
    }

    @Test
    void aProcessThatEndsIsReportedAtOnceWithTheEndOfItsLog() {
        ProcessIdentity ended = new ProcessIdentity(ProcessIdentity.current().pid(), "earlier");

        assertThatThrownBy(() -> new Waiting(Role.HUB, ended, log).until(() -> false, LONG))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("The hub ended while it was starting.")
                .hasMessageContaining("| the reason")
                .hasMessageContaining(log.path().toString());
    }

    @Test
    void aFaultIsReportedAtOnce() {
        Waiting waiting =
                new Waiting(Role.HUB, ProcessIdentity.current(), log, () -> Optional.of("deployment refused"));

        assertThatThrownBy(() -> waiting.until(() -> false, LONG))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("The hub cannot start: deployment refused");
    }

    @Test
    void aProcessThatIsNotReadyInTimeIsReportedWithTheEndOfItsLog() {
        Waiting waiting = new Waiting(Role.EDGE, ProcessIdentity.current(), log);

        assertThatThrownBy(() -> waiting.until(() -> false, Duration.ZERO))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("The edge did not come up within 0 s.")
                .hasMessageContaining("| the reason");
    }
}
