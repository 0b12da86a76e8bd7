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
        Home home = new Home(directory);

        try (InstallationLock lock = InstallationLock.take(home)) {
            assertThat(lock).isNotNull();
            assertThat(Files.readString(home.lock()))
                    .startsWith(ProcessHandle.current().pid() + " ");
        }

        InstallationLock again = InstallationLock.take(home);
        again.close();
        assertThat(home.lock()).exists();
    }
}
