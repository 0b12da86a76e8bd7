package dev.jackstaff.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationLockTest {
    private final Path directory;

    InstallationLockTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void theLockNamesWhoHasItAndIsFreeAgainAfterwards() throws Exception {
        InstallationHome home = new InstallationHome(directory);

        try (InstallationLock lock = InstallationLock.acquire(home)) {
            assertThat(lock).isNotNull();
            assertThat(Files.readString(home.lockFile()))
                    .startsWith(ProcessHandle.current().pid() + " ");
        }

        InstallationLock again = InstallationLock.acquire(home);
        again.close();
        assertThat(home.lockFile()).exists();
    }
}
