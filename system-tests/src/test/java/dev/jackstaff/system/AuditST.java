package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jackstaff.testprocess.MachineSpeed;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit trail of a running installation: from where its entries come, and that it proves itself. */
@UsesSharedStack
class AuditST {
    private static final String PROJECT = "audited";

    private final StackUnderTest installation;
    private final ManagementClient hub;
    private final CommandClient command;

    AuditST(StackUnderTest installation) {
        this.installation = installation;
        this.hub = ManagementClient.of(installation);
        this.command = CommandClient.of(installation).with("JACKSTAFF_PROJECT", PROJECT);
    }

    @BeforeEach
    void aProject() {
        hub.post("/projects", Map.of("key", PROJECT, "name", "Audited"));
    }

    @AfterEach
    void noProject() {
        hub.call("DELETE", "/projects/" + PROJECT + "?force=true", "");
    }

    @Test
    void entriesTellByWhatTheRequestCameAndFromWhere() {
        JsonNode byApi = latest();
        command.lines("flags", "create", "checkout");
        JsonNode byCommand = latest();

        assertThat(byApi.path("channel").asText()).isEqualTo("api");
        assertThat(byCommand.path("channel").asText()).isEqualTo("command");
        assertThat(byCommand.path("instructions").toString()).contains("create-flag");
        for (JsonNode entry : List.of(byApi, byCommand)) {
            assertThat(entry.path("address").asText()).isEqualTo("127.0.0.1");
            assertThat(entry.path("requestId").asText()).isNotEmpty();
        }
        assertThat(byApi.path("group")).isNotEqualTo(byCommand.path("group"));
    }

    @Test
    void theTrailIsSealedWithinMomentsAndVerified() {
        await().atMost(Duration.ofSeconds(2).multipliedBy(Math.round(Math.ceil(MachineSpeed.slowdown()))))
                .untilAsserted(() -> assertThat(
                                hub.get("/audit/verification").path("unsealed").asLong())
                        .isZero());
        JsonNode report = hub.get("/audit/verification");

        assertThat(report.path("holds").asBoolean())
                .describedAs(report.toString())
                .isTrue();
        String head = report.at("/head/sequence").asText() + ":"
                + report.at("/head/hash").asText();
        assertThat(command.lines("audit", "verify", "--head", head))
                .first()
                .asString()
                .startsWith("The audit trail holds.");
        HttpResponse<String> forged = hub.call("GET", "/audit/verification?head=1:" + "0".repeat(64), "");
        assertThat(ManagementClient.json(forged).at("/fault/sequence").asLong()).isEqualTo(1);
        assertThat(hub.call("GET", "/audit/verification?head=1", "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anEntryThatTheOwnerOfTheDatabaseChangesIsNamed() throws SQLException {
        long id = latest().path("id").asLong();
        await().until(() -> hub.get("/audit/verification").path("unsealed").asLong() == 0);
        JsonNode database = installation.state().path("database");
        try (Connection owner = connect(
                database.path("user").asText(), database.path("password").asText())) {
            alterUnseen(owner, "update audit_entry set actor = actor || '!' where id = " + id);
            try {
                CommandClient.Outcome broken = command.run("audit", "verify");

                assertThat(broken.exitCode()).describedAs(broken.toString()).isEqualTo(1);
                assertThat(broken.toString()).contains("changed", "entry " + id);
            } finally {
                alterUnseen(owner, "update audit_entry set actor = rtrim(actor, '!') where id = " + id);
            }
        }
        assertThat(hub.get("/audit/verification").path("holds").asBoolean()).isTrue();
    }

    @Test
    void theHubWorksWithARoleThatCannotAlterTheTrail() throws SQLException {
        String password = installation.state().at("/secrets/worker").asText();
        try (Connection worker = connect("jackstaff", password)) {
            try (ResultSet row = worker.createStatement()
                    .executeQuery("select count(*) from pg_stat_activity where usename = 'jackstaff'")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong(1))
                        .describedAs("connections of the hub, and this one")
                        .isGreaterThan(1);
            }
            for (String statement : List.of("delete from audit_entry", "update audit_seal set hash = ''")) {
                assertThatThrownBy(() -> worker.createStatement().execute(statement))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    private JsonNode latest() {
        return hub.get("/audit?limit=1&project=" + PROJECT).at("/items/0");
    }

    private Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(
                installation.state().at("/database/url").asText(), user, password);
    }

    private static void alterUnseen(Connection owner, String statement) throws SQLException {
        owner.createStatement().execute("alter table audit_entry disable trigger all");
        owner.createStatement().execute(statement);
        owner.createStatement().execute("alter table audit_entry enable trigger all");
    }
}
