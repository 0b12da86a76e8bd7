package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The edge keeps to what its OpenAPI document says, whatever it is sent: Schemathesis makes requests of the document, fit and
 * unfit, and no answer is an error of the server or has a status that is not declared. Without Python, or where its packages
 * cannot be had, the test is skipped and says so.
 */
@UsesSharedStack
class OpenApiContractST {
    private static final Path PLACE = Path.of("target").toAbsolutePath();
    private static final int EXAMPLES = Integer.getInteger("jackstaff.examples", 5);
    private static final Duration RUN_LIMIT = Duration.ofMinutes(5);

    private final QuickstartFile quickstart;

    OpenApiContractST(StackUnderTest installation) {
        this.quickstart = installation.quickstart();
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "client"})
    void noAnswerIsAServersErrorOrUndeclared(String kind) {
        String schemathesis = PythonScripts.with("contract").command("schemathesis");
        Path log = PLACE.resolve("schemathesis-" + kind + ".log");

        int exit = new ExternalCommand(
                        PLACE,
                        log,
                        List.of(
                                schemathesis,
                                "run",
                                quickstart.edgeUrl() + "/docs/openapi.json",
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
                                "X-API-Key: "
                                        + (kind.equals("server") ? quickstart.serverKey() : quickstart.clientKey())))
                .run(RUN_LIMIT);

        assertThat(exit).describedAs("%s", read(log)).isZero();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
