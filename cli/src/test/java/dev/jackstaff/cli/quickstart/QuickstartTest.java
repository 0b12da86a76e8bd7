package dev.jackstaff.cli.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.cli.installation.InstallationHome;
import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
    private static final Quickstart QUICKSTART = new Quickstart(
            URI.create("http://127.0.0.1:8080"),
            URI.create("http://127.0.0.1:8081"),
            URI.create("http://127.0.0.1:8080/admin"),
            "admin@example.org",
            "pass \"word\"",
            "demo",
            "production",
            "6a1f",
            "server-key",
            "client-key");

    private final Path directory;

    QuickstartTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void theMembersAreTheFixedOnes() {
        assertThat(Json.createReader(new StringReader(QUICKSTART.toJson())).readObject())
                .containsOnlyKeys(
                        "hubUrl",
                        "edgeUrl",
                        "adminUrl",
                        "adminEmail",
                        "adminPassword",
                        "project",
                        "environment",
                        "environmentId",
                        "serverKey",
                        "clientKey");
    }

    @Test
    void theFileIsReadAgainAndReadableByItsOwnerOnly() throws IOException {
        InstallationHome home = new InstallationHome(directory);

        QUICKSTART.save(home);

        assertThat(Quickstart.load(home)).isEqualTo(QUICKSTART);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.quickstartFile())))
                .isEqualTo("rw-------");
    }
}
