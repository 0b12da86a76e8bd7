package dev.jackstaff.cli.payara;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.cli.artifact.Artifacts;
import dev.jackstaff.cli.installation.InstallationHome;
import dev.jackstaff.cli.installation.ProcessRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeServerTest {
    private final InstallationHome home;
    private final EdgeServer edge;

    EdgeServerTest(@TempDir Path directory) throws IOException {
        home = new InstallationHome(directory);
        edge = new EdgeServer(home, new Artifacts(directory));
        Files.createDirectories(home.logDirectory());
    }

    @Test
    void anExceptionInTheLogIsNoFailedStart() throws IOException {
        log(
                """
                SEVERE: A queued batch of usage cannot be read; it is dropped.
                dev.jackstaff.engine.snapshot.DocumentException: a count is too great
                Caused by: java.lang.IllegalArgumentException: a count is too great
                """);

        assertThat(edge.startupFault()).isEmpty();
        assertThat(edge.isDeploymentMissing()).isFalse();
    }

    @Test
    void aRefusedDeploymentIsToldByItsReason() throws IOException {
        log(
                """
                SEVERE: Exception while loading the app : jackstaff-edge
                The edge cannot start: jackstaff.edge.upstream.url is required
                """);

        assertThat(edge.startupFault()).contains("jackstaff.edge.upstream.url is required");
        assertThat(edge.isDeploymentMissing()).isFalse();
    }

    @Test
    void aDeploymentThatFailedForTheServersOwnReasonsMayBeTriedAgain() throws IOException {
        log("SEVERE: Exception while preparing the app : jackstaff-edge\njava.lang.NullPointerException\n");

        assertThat(edge.startupFault()).isPresent();
        assertThat(edge.isDeploymentMissing()).isTrue();
    }

    private void log(String text) throws IOException {
        Files.writeString(home.logFile(ProcessRole.EDGE), text);
    }
}
