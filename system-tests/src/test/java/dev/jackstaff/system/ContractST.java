package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The edge keeps to what its OpenAPI document says, whatever it is sent: Schemathesis makes requests of the document, fit and
 * unfit, and no answer is an error of the server or has a status that is not declared. Without Python, or where its packages
 * cannot be had, the test is skipped and says so.
 */
@ExtendWith(RunningStack.class)
class ContractST {
    private static final String PACKAGE = "schemathesis==4.32.5";
    private static final Path PLACE = Path.of("target/python").toAbsolutePath();
    private static final Path DOCUMENT = Path.of("../edge-war/src/main/resources/dev/jackstaff/edge/docs/openapi.json")
            .toAbsolutePath();
    private static final int EXAMPLES = 15;
    private static final long INSTALLATION_LIMIT_SECONDS = 240;
    private static final long RUN_LIMIT_SECONDS = 300;

    private final Quickstart quickstart;

    ContractST(Installation installation) {
        this.quickstart = installation.quickstart();
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "client"})
    void noAnswerIsAServersErrorOrUndeclared(String kind) {
        install();
        Path log = PLACE.resolve("schemathesis-" + kind + ".log");

        int exit = run(
                RUN_LIMIT_SECONDS,
                log,
                PLACE.resolve("bin/schemathesis").toString(),
                "run",
                DOCUMENT.toString(),
                "--url",
                quickstart.edgeUrl(),
                "--checks",
                "not_a_server_error,status_code_conformance",
                "--phases",
                "examples,coverage,fuzzing",
                "--max-examples",
                Integer.toString(EXAMPLES),
                "--seed",
                "20261101",
                "--generation-database",
                "none",
                "--no-color",
                "--header",
                "X-API-Key: " + (kind.equals("server") ? quickstart.serverKey() : quickstart.clientKey()));

        assertThat(exit).describedAs("%s", read(log)).isZero();
    }

    private static synchronized void install() {
        assumeTrue(
                run(INSTALLATION_LIMIT_SECONDS, log("python"), "python3", "-m", "venv", PLACE.toString()) == 0,
                "skipped: there is no Python here, with venv, to run Schemathesis");
        assumeTrue(
                run(
                                INSTALLATION_LIMIT_SECONDS,
                                log("pip"),
                                PLACE.resolve("bin/pip").toString(),
                                "install",
                                "--quiet",
                                "--disable-pip-version-check",
                                PACKAGE)
                        == 0,
                "skipped: " + PACKAGE + " cannot be installed here");
    }

    private static Path log(String name) {
        return PLACE.resolveSibling(name + ".log");
    }

    private static int run(long seconds, Path log, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("target").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException absent) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
