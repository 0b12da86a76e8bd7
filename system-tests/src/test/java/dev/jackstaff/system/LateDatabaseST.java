package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A hub that starts before its database can serve it: it says so, waits, and comes up by itself. */
@Tag("fault")
class LateDatabaseST {
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Duration QUIET = Duration.ofSeconds(8);
    private static final String EMAIL = "admin@late.example.org";
    private static final String PASSWORD = "a password of this test";
    private static final Map<String, String> NO_HEADERS = Map.of();

    @Test
    void aHubThatStartsBeforeItsDatabaseWaitsForIt() {
        try (DatabaseServer database = DatabaseServer.start("late-database")) {
            database.kill();
            try (ExtraHub hub = start("late-database", database)) {
                awaitLive(hub);

                assertUnready(hub, "database", "the database does not answer");
                assertRefusesEverything(hub);
                assertLogStaysQuiet(hub, "The hub cannot start yet, and tries again: the database cannot be reached");

                database.restart();
                assertComesUp(hub);
            }
        }
    }

    @Test
    void aHubWhoseMigrationIsRefusedWaitsUntilSomebodyMendsTheSchema() throws SQLException {
        try (DatabaseServer database = DatabaseServer.start("strange-schema")) {
            execute(database, "create table of_somebody_else (id int)");
            try (ExtraHub hub = start("strange-schema", database)) {
                awaitLive(hub);

                assertUnready(hub, "migrations", "the schema has not been migrated; see the log");
                assertRefusesEverything(hub);
                assertLogStaysQuiet(hub, "The hub cannot start yet, and tries again: the schema cannot be migrated");

                execute(database, "drop table of_somebody_else");
                assertComesUp(hub);
            }
        }
    }

    private static ExtraHub start(String name, DatabaseServer database) {
        Map<String, String> administrator =
                Map.of("JACKSTAFF_HUB_ADMIN_EMAIL", EMAIL, "JACKSTAFF_HUB_ADMIN_PASSWORD", PASSWORD);
        return ExtraHub.start(name, name, ExtraHub.unusedPort(), database.database(), administrator);
    }

    private static void awaitLive(ExtraHub hub) {
        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> get(hub, "/health/live").status() == 200);
        await().atMost(LIMIT).until(() -> get(hub, "/admin/login.xhtml").status() == 503);
    }

    private static void assertUnready(ExtraHub hub, String part, String reason) {
        RawHttp.Answer ready = get(hub, "/health/ready");

        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.body())
                .contains("{\"name\":\"" + part + "\",\"status\":\"DOWN\",\"detail\":\"" + reason + "\"}")
                .contains("{\"name\":\"start\",\"status\":\"DOWN\"")
                .doesNotContain("127.0.0.1");
    }

    private static void assertRefusesEverything(ExtraHub hub) {
        for (String token : List.of("", "Bearer an-admin-key", "Bearer eyJhbGciOiJub25lIn0.e30.c2ln")) {
            RawHttp.Answer api =
                    RawHttp.send(hub.url(), "GET", "/api/v1/projects", Map.of("Authorization", token), new byte[0]);
            assertThat(api.status()).describedAs(token).isEqualTo(503);
            assertThat(api.header("content-type")).startsWith("application/problem+json");
            assertThat(api.header("retry-after")).isEqualTo("5");
            assertThat(api.body()).contains("https://jackstaff.dev/problems/unavailable");
        }
        RawHttp.Answer ofrep = RawHttp.send(
                hub.url(), "POST", "/ofrep/v1/evaluate/flags/x", NO_HEADERS, "{}".getBytes(StandardCharsets.US_ASCII));
        assertThat(ofrep.status()).isEqualTo(503);
        assertThat(ofrep.body()).contains("errorDetails").doesNotContain("jackstaff.dev");
        assertThat(get(hub, "/api/v1/edge/sync/ws").status()).isEqualTo(503);
        for (String page : List.of("/admin/", "/admin/login.xhtml", "/admin/nothing.xhtml")) {
            RawHttp.Answer answer = get(hub, page);
            assertThat(answer.status()).describedAs(page).isEqualTo(503);
            assertThat(answer.header("retry-after")).isEqualTo("5");
            assertThat(answer.header("set-cookie")).isEmpty();
            assertThat(answer.body()).contains("waits for its database").doesNotContain("Exception");
        }
    }

    /** The reason is in the log once, and further attempts and health checks add nothing. */
    private static void assertLogStaysQuiet(ExtraHub hub, String reason) {
        AtomicInteger lines = new AtomicInteger();
        await().during(QUIET).atMost(LIMIT).until(() -> {
            assertThat(get(hub, "/health/ready").status()).isEqualTo(503);
            int now = hub.log().size();
            return lines.getAndSet(now) == now;
        });
        assertThat(hub.log()).filteredOn(line -> line.contains(reason)).hasSize(1);
    }

    private static void assertComesUp(ExtraHub hub) {
        await().atMost(LIMIT).until(hub::ready);
        QuickstartFile quickstart =
                new QuickstartFile(hub.url(), "", "", EMAIL, PASSWORD, "demo", "production", "", "", "");
        ManagementClient client = ManagementClient.at(quickstart);
        client.post("/projects", Map.of("key", "late", "name", "Late"));

        assertThat(client.get("/projects/late").path("name").asText()).isEqualTo("Late");
        assertThat(get(hub, "/admin/login.xhtml").status()).isEqualTo(200);
    }

    private static RawHttp.Answer get(ExtraHub hub, String path) {
        return RawHttp.send(hub.url(), "GET", path, NO_HEADERS, new byte[0]);
    }

    private static void execute(DatabaseServer database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
