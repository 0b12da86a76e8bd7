package dev.jackstaff.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.cli.installation.InstallationHome;
import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.process.ProcessIdentity;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanProcessesTest {
    private final Path directory;

    OrphanProcessesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void aProcessThatNamesAFileOfTheInstallationIsFoundAndNoOther() throws Exception {
        InstallationHome home = new InstallationHome(directory.resolve("one"));
        String mark = "@" + home.edgeDirectory().resolve("edge.jvm-options");
        Process process = new ProcessBuilder("sh", "-c", "echo up; read line; :", mark).start();
        try {
            process.inputReader().readLine();
            ProcessIdentity edge = ProcessIdentity.of(process.pid()).orElseThrow();

            assertThat(new OrphanProcesses(home).inRole(ProcessRole.EDGE)).containsExactly(edge);
            assertThat(new OrphanProcesses(home).inRole(ProcessRole.HUB)).isEmpty();
            assertThat(new OrphanProcesses(new InstallationHome(directory.resolve("two"))).inRole(ProcessRole.EDGE))
                    .isEmpty();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
