package dev.jackstaff.cli.management;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit makes the directory
class AttributesCommandTest {
    private static final String ATTRIBUTES = "/api/v1/projects/shop/attributes";

    @TempDir
    private Path home;

    private final Map<String, String> environment = new HashMap<>();
    private FakeHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new FakeHub();
        environment.put("JACKSTAFF_URL", hub.url());
        environment.put("JACKSTAFF_TOKEN", "the-token");
        environment.put("JACKSTAFF_PROJECT", "shop");
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(home, environment, arguments);
    }

    @Test
    void theListSaysWhereAnAttributeIsKnownFrom() {
        hub.answer(
                "GET " + ATTRIBUTES,
                "[{\"name\":\"country\",\"origin\":\"used\",\"description\":\"\",\"values\":[]},"
                        + "{\"name\":\"seats\",\"origin\":\"project\",\"type\":\"number\",\"description\":\"How many\","
                        + "\"values\":[5,10],\"version\":1}]");

        assertThat(run("attributes", "list").out())
                .isEqualTo(
                        """
                        ATTRIBUTE  ORIGIN   TYPE    VALUES  DESCRIPTION
                        country    used
                        seats      project  number  5, 10   How many
                        """);
    }

    @Test
    void whatIsNamedIsSetAndTheRestStaysAsItIs() {
        hub.answer("PUT " + ATTRIBUTES + "/app%20version", "{}");

        CommandRun run = run("attributes", "set", "app version", "--type", "string", "--value", "1", "--value", "b");
        run("attributes", "set", "app version", "--any-value");
        run("attributes", "set", "app version", "--description", "");

        assertThat(run.out()).isEqualTo("Set the attribute app version.\n");
        assertThat(hub.requests())
                .extracting(FakeHub.Request::body)
                .containsExactly(
                        "{\"type\":\"string\",\"values\":[\"1\",\"b\"]}", "{\"values\":[]}", "{\"description\":\"\"}");
    }

    @Test
    void anAttributeIsShownAndDeleted() {
        hub.answer(
                        "GET " + ATTRIBUTES + "/plan",
                        "{\"name\":\"plan\",\"origin\":\"project\",\"type\":\"string\",\"description\":\"\","
                                + "\"values\":[\"pro\"],\"updatedAt\":\"2026-01-01T00:00:00Z\",\"version\":1}")
                .answer("DELETE " + ATTRIBUTES + "/plan", "");

        assertThat(run("attributes", "get", "plan").out()).contains("plan", "string", "pro", "2026-01-01T00:00:00Z");
        assertThat(run("attributes", "delete", "plan").out()).isEqualTo("Deleted the attribute plan.\n");
        assertThat(run("attributes", "delete", "..").exitCode()).isEqualTo(2);
        assertThat(run("attributes", "set", "plan", "--value", "a", "--any-value")
                        .exitCode())
                .isEqualTo(2);
    }
}
