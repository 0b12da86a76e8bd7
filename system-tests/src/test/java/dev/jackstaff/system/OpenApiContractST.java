package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hub and edge keep to what their OpenAPI documents say, whatever they are sent: Schemathesis makes requests of the document, fit and
 * unfit, and no answer is an error of the server or has a status that is not declared. Without Python, or where its packages
 * cannot be had, the test is skipped and says so.
 */
@UsesSharedStack
class OpenApiContractST {
    private static final Path PLACE = Path.of("target").toAbsolutePath();
    private static final int EXAMPLES = Integer.getInteger("jackstaff.examples", 5);
    private static final Duration RUN_LIMIT = Duration.ofMinutes(5);
    private static final Duration LONG_RUN_LIMIT = Duration.ofMinutes(15);

    /** What would end the credentials that the requests are made with, or take away what they are about. */
    private static final List<String> DESTRUCTIVE = List.of(
            "accountEndSessions",
            "accountEndSession",
            "accountChangePassword",
            "apiKeysRevoke",
            "usersUpdate",
            "projectsDelete",
            "environmentsDelete",
            "flexflagEnvironmentsDelete",
            "segmentsDelete",
            "flagsDelete",
            "flagsArchive",
            "flexflagFlagsDelete");

    private final StackUnderTest installation;
    private final QuickstartFile quickstart;

    OpenApiContractST(StackUnderTest installation) {
        this.installation = installation;
        this.quickstart = installation.quickstart();
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "client"})
    void noAnswerOfTheEdgeIsAServersErrorOrUndeclared(String kind) {
        String key = kind.equals("server") ? quickstart.serverKey() : quickstart.clientKey();

        check(
                kind,
                RUN_LIMIT,
                List.of(
                        quickstart.edgeUrl() + "/docs/openapi.json",
                        "--url",
                        quickstart.edgeUrl(),
                        "--header",
                        "X-API-Key: " + key));
    }

    /** The administrator's requests are about things that are there, so that they come further than 404. */
    @Test
    @Tag("long")
    void noAnswerOfTheHubIsAServersErrorOrUndeclared() throws IOException {
        ManagementClient management = ManagementClient.of(installation);
        management.post("/projects", Map.of("key", "contract"));
        management.post("/projects/contract/flags", Map.of("key", "contract-flag"));
        management.post("/projects/contract/segments", Map.of("key", "nordic", "condition", Map.of()));
        Path document = PLACE.resolve("hub-contract.json");
        Files.writeString(
                document,
                documentAbout(Map.of(
                        "project", "contract",
                        "project_id", "contract",
                        "environment", "production",
                        "flag", "contract-flag",
                        "key", "contract-flag",
                        "name", "contract-flag",
                        "segment", "nordic",
                        "revision", "1")));

        check(
                "hub",
                LONG_RUN_LIMIT,
                Stream.concat(
                                Stream.of(
                                        document.toString(),
                                        "--url",
                                        quickstart.hubUrl(),
                                        "--header",
                                        "Authorization: Bearer " + management.token()),
                                DESTRUCTIVE.stream().flatMap(id -> Stream.of("--exclude-operation-id", id)))
                        .toList());
    }

    /** The hub's document with one value for each of these parameters. */
    private String documentAbout(Map<String, String> values) {
        JsonNode document = Curl.of(quickstart.hubUrl()).get("/openapi").json();
        document.findParents("in").forEach(parameter -> {
            String value = values.get(parameter.path("name").asText());
            if (value != null && parameter instanceof ObjectNode changed) {
                changed.putObject("schema")
                        .put("type", "string")
                        .putArray("enum")
                        .add(value);
            }
        });
        return document.toString();
    }

    private static void check(String name, Duration limit, List<String> options) {
        Path log = PLACE.resolve("schemathesis-" + name + ".log");
        List<String> words = new ArrayList<>(List.of(
                PythonScripts.with("contract").command("schemathesis"),
                "run",
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
                "--no-color"));
        words.addAll(options);

        int exit = new ExternalCommand(PLACE, log, words).run(limit);

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
