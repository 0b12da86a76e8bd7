package dev.jackstaff.cli.payara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.cli.artifact.Artifacts;
import dev.jackstaff.cli.installation.InstallationHome;
import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaRuntimeTest {
    private final Path directory;

    JavaRuntimeTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void edgesRunOnTheCommandsJavaUnlessAnotherIsConfigured() throws IOException {
        Path newer = java("JAVA_RUNTIME_VERSION=\"25.0.1+8\"\nJAVA_VERSION=\"25.0.1\"\n");

        assertThat(JavaRuntime.ofEdges(Map.of())).isEqualTo(JavaRuntime.current());
        assertThat(JavaRuntime.ofEdges(Map.of("JACKSTAFF_EDGE_JAVA_HOME", newer.toString())))
                .satisfies(java -> {
                    assertThat(java.feature()).isEqualTo(25);
                    assertThat(java.executable())
                            .isEqualTo(newer.resolve("bin/java").toString());
                });
    }

    @Test
    void aDirectoryWithoutAJavaThatIsNewEnoughIsRefused() throws IOException {
        Path old = java("JAVA_VERSION=\"11.0.2\"\n");

        assertThatThrownBy(() -> JavaRuntime.ofEdges(Map.of("JACKSTAFF_EDGE_JAVA_HOME", old.toString())))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("a Java 11, which is too old");
        assertThatThrownBy(() -> JavaRuntime.ofEdges(Map.of("JACKSTAFF_EDGE_JAVA_HOME", "/nowhere")))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("JACKSTAFF_EDGE_JAVA_HOME is /nowhere, but there is no Java in it");
    }

    @Test
    void theJavaDecidesAboutTheVersionOfPayaraMicro() throws IOException {
        Artifacts artifacts = new Artifacts(directory);
        Path six = Files.createFile(directory.resolve("payara-micro-6.2025.10.jar"));
        Path seven = Files.createFile(directory.resolve("payara-micro-7.2026.11.jar"));

        assertThat(artifacts.payaraMicro(17)).isEqualTo(six);
        assertThat(artifacts.payaraMicro(21)).isEqualTo(seven);
        assertThat(artifacts.payaraMicro(25)).isEqualTo(seven);
    }

    @Test
    void theRestoredConfigurationHasTheBootProperties() throws IOException {
        InstallationHome home = new InstallationHome(directory);
        Path unpacked = Files.createDirectories(home.edgeDirectory().resolve("payara-micro-7.1"));
        micro(directory.resolve("payara-micro-7.1.jar"));

        new EdgeServer(home, new Artifacts(directory), new JavaRuntime(directory, 25, "25")).prepare(false);

        assertThat(unpacked.resolve("config/payara-boot.properties")).exists();
        assertThat(unpacked.resolve("config/domain.xml")).exists();
        assertThat(unpacked.resolve("fresh")).doesNotExist();
    }

    private static void micro(Path archive) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : new String[] {
                "MICRO-INF/payara-boot.properties",
                "MICRO-INF/domain/domain.xml",
                "MICRO-INF/domain/logging.properties",
                "MICRO-INF/runtime/a.jar"
            }) {
                zip.putNextEntry(new ZipEntry(name));
            }
        }
    }

    private Path java(String release) throws IOException {
        Path home = Files.createDirectory(directory.resolve("jdk"));
        Path executable =
                Files.createFile(Files.createDirectory(home.resolve("bin")).resolve("java"));
        assertThat(executable.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), release);
        return home;
    }
}
