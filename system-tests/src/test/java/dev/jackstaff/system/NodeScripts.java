package dev.jackstaff.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Node with the programs of {@code src/test/js} and their packages, which are installed once into the build directory. Without
 * Node, or where the packages cannot be had, the test is skipped and says so.
 */
final class NodeScripts {
    private static final Path PROGRAMS = Path.of("src/test/js").toAbsolutePath();
    private static final Path PLACE = Path.of("target/js").toAbsolutePath();
    private static final Duration INSTALLATION_LIMIT = Duration.ofMinutes(3);

    private NodeScripts() {}

    /** Where a package is, which is installed with the others. */
    static Path packagePath(String name) {
        install();
        return PLACE.resolve("node_modules").resolve(name);
    }

    /** Starts a program; what it writes to its standard error is a file beside it. */
    static ScriptProcess start(String program) {
        install();
        return ScriptProcess.start(program, PLACE, List.of("node", program));
    }

    private static synchronized void install() {
        assumeTrue(runs("node", "--version"), "skipped: there is no Node here to run SDKs of JavaScript");
        try {
            Files.createDirectories(PLACE);
            Path installed = PLACE.resolve("installed.json");
            String wanted = Files.readString(PROGRAMS.resolve("package.json"));
            try (Stream<Path> programs = Files.list(PROGRAMS)) {
                for (Path program : programs.toList()) {
                    Files.copy(program, PLACE.resolve(program.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            if (!Files.exists(installed) || !Files.readString(installed).equals(wanted)) {
                boolean done = runs(
                        "npm",
                        "install",
                        "--no-package-lock",
                        "--no-audit",
                        "--no-fund",
                        "--ignore-scripts",
                        "--prefer-offline",
                        "--loglevel=error");
                assumeTrue(done, "skipped: the packages of src/test/js/package.json cannot be installed here");
                Files.writeString(installed, wanted);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean runs(String... words) {
        return new ExternalCommand(PLACE, PLACE.resolve(words[0] + ".log"), List.of(words))
                .succeeds(INSTALLATION_LIMIT);
    }
}
