package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is shipped for containers has the form that those who read it expect; no container engine is needed for that. Skipped,
 * aloud, where Python or Go or their registries are not at hand.
 */
class ContainerManifestsST {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path SHIPPED = Path.of("../payara-config").toAbsolutePath();
    private static final String COMPOSE = "github.com/compose-spec/compose-go/v2/cmd@v2.9.1";
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration INSTALLATION_LIMIT = Duration.ofMinutes(3);

    @Test
    void kubernetesWouldTakeTheManifests() throws IOException {
        String validate = PythonScripts.with("manifests").command("kubernetes-validate");
        Path log = TARGET.resolve("kubernetes-validate.log");

        int exit = new ExternalCommand(
                        TARGET,
                        log,
                        List.of(
                                validate,
                                "--strict",
                                "--kubernetes-version",
                                "1.31",
                                SHIPPED.resolve("kubernetes/edge.yaml").toString()))
                .run(LIMIT);

        assertThat(exit).describedAs("%s", Files.readString(log)).isZero();
        assertThat(Files.readString(log)).contains("statefulset/jackstaff-edge");
    }

    @Test
    void composeUnderstandsTheRegions() throws IOException {
        Path binaries = TARGET.resolve("go");
        boolean installed = new ExternalCommand(
                        TARGET,
                        TARGET.resolve("go-install.log"),
                        List.of("env", "GOBIN=" + binaries, "GOFLAGS=-mod=mod", "go", "install", COMPOSE))
                .succeeds(INSTALLATION_LIMIT);
        assumeTrue(installed, "skipped: there is no Go here, or " + COMPOSE + " cannot be had");
        Path log = TARGET.resolve("compose.log");

        int exit = new ExternalCommand(
                        TARGET,
                        log,
                        List.of(
                                binaries.resolve("cmd").toString(),
                                withoutDemands().toString()))
                .run(LIMIT);

        assertThat(exit).describedAs("%s", Files.readString(log)).isZero();
        assertThat(Files.readString(log)).contains("edge-far-leaf:").doesNotContain("failed to load");
    }

    /** What reads the file here knows no variables: those that are demanded are left empty. */
    private static Path withoutDemands() throws IOException {
        Path copy = TARGET.resolve("compose/payara-config/compose.edges.yaml");
        Files.createDirectories(copy.getParent());
        String text = Files.readString(SHIPPED.resolve("compose.edges.yaml"));
        return Files.writeString(copy, text.replace(":?}", ":-x}"));
    }
}
