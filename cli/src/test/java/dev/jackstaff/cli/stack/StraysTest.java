package dev.jackstaff.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.cli.installation.Home;
import dev.jackstaff.cli.installation.Role;
import dev.jackstaff.cli.process.ProcessIdentity;
import dev.jackstaff.cli.process.Signals;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StraysTest {
    private final Path directory;

    StraysTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void aProcessThatNamesAFileOfTheInstallationIsFoundAndNoOther() throws Exception {
        Home home = new Home(directory.resolve("one"));
        String mark = "@" + home.edge().resolve("edge.jvm-options");
        Process process = new ProcessBuilder("sh", "-c", "echo up; sleep 60; :", mark).start();
        process.inputReader().readLine();
        ProcessIdentity edge = ProcessIdentity.of(process.pid()).orElseThrow();

        assertThat(new Strays(home).of(Role.EDGE)).containsExactly(edge);
        assertThat(new Strays(home).of(Role.HUB)).isEmpty();
        assertThat(new Strays(new Home(directory.resolve("two"))).of(Role.EDGE)).isEmpty();

        process.descendants().forEach(ProcessHandle::destroyForcibly);
        Signals.KILL.end(edge, Duration.ofSeconds(10));
    }
}
