package dev.jackstaff.domain.fleet.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jackstaff.domain.fleet.boundary.EdgeServerView.Concern;
import dev.jackstaff.domain.fleet.boundary.EdgeServerView.Kind;
import dev.jackstaff.domain.fleet.control.Forgetting;
import dev.jackstaff.domain.house.Hub;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.NewProject;
import dev.jackstaff.domain.project.boundary.Projects;
import dev.jackstaff.domain.snapshot.control.EdgeLetters;
import dev.jackstaff.engine.fleet.EdgeStatus;
import dev.jackstaff.engine.fleet.StatusDocument;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FleetIT {
    private static final AtomicInteger MOMENTS = new AtomicInteger();

    private final Hub hub = Hub.running();
    private final Fleet fleet = hub.get(Fleet.class);
    private final ProjectKey project = new ProjectKey(Hub.freshKey());

    @BeforeEach
    void aProject() {
        hub.asAdmin(() -> hub.get(Projects.class).create(new NewProject(project, "", "")));
    }

    @Test
    void whatAnEdgePutsIntoTheGridIsKnownSoon() {
        EdgeStatus status = status("grid", revision(), "a");
        Map<String, byte[]> statuses = hub.grid().getMap(EdgeLetters.STATUS);

        statuses.put(status.id(), StatusDocument.write(status));

        await().untilAsserted(() -> assertThat(server("grid").status()).isEqualTo(status));
        assertThat(server("grid").concerns()).isEmpty();
        statuses.remove(status.id());
    }

    @Test
    void anEdgeWithoutAWordIsSilentAndLaterForgotten() throws SQLException {
        fleet.report(List.of(status("quiet", revision(), "a")));
        execute("update edge_server set seen_at = now() - interval '1 minute' where id = '" + project + "-quiet'");
        assertThat(server("quiet").concerns()).extracting(Concern::kind).containsExactly(Kind.SILENT);

        execute("update edge_server set seen_at = now() - interval '25 hours' where id = '" + project + "-quiet'");
        hub.get(Forgetting.class).forget();

        assertThat(servers()).isEmpty();
    }

    @Test
    void theSameStatusAgainIsNoWord() throws SQLException {
        EdgeStatus status = status("repeated", revision(), "a");
        fleet.report(List.of(status));
        execute("update edge_server set seen_at = now() - interval '1 minute' where id = '" + status.id() + "'");

        fleet.report(List.of(status));

        assertThat(server("repeated").concerns()).extracting(Concern::kind).containsExactly(Kind.SILENT);
    }

    @Test
    void anEdgeWithAnOlderRevisionLagsAfterAWhile() throws SQLException {
        fleet.report(List.of(status("behind", revision() - 1, "a")));
        assertThat(server("behind").concerns()).isEmpty();

        execute("update environment set revision_at = now() - interval '1 minute' where id = '" + environment() + "'");

        assertThat(server("behind").concerns())
                .containsExactly(new Concern(
                        Kind.LAGS,
                        project + "/production",
                        "it serves revision " + (revision() - 1) + ", the hub has " + revision()));
    }

    @Test
    void thoseWhoServeSomethingElseThanMostDisagree() {
        fleet.report(List.of(
                status("one", revision(), "a"), status("two", revision(), "a"), status("three", revision(), "b")));

        assertThat(server("three").concerns()).extracting(Concern::kind).containsExactly(Kind.DISAGREES);
        assertThat(server("one").concerns()).isEmpty();
    }

    private EdgeServerView server(String name) {
        List<EdgeServerView> found = servers().stream()
                .filter(server -> server.status().id().equals(project + "-" + name))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<EdgeServerView> servers() {
        return hub.asAdmin(fleet::servers).stream()
                .filter(server -> server.status().id().startsWith(project + "-"))
                .toList();
    }

    private EdgeStatus status(String name, long revision, String hash) {
        Instant sentAt = Instant.EPOCH.plus(Duration.ofSeconds(MOMENTS.incrementAndGet()));
        return new EdgeStatus(
                project + "-" + name,
                "1",
                "eu",
                Instant.EPOCH,
                sentAt,
                new EdgeStatus.Link("grid", "127.0.0.1:4900", true),
                List.of(new EdgeStatus.Environment(project + "/production", environment(), revision, hash, 5)),
                new EdgeStatus.Traffic(1, 2, 3.5),
                new EdgeStatus.Unsent(0, 0, 0, 0),
                List.of());
    }

    private String environment() {
        return one("id");
    }

    private long revision() {
        return Long.parseLong(one("revision"));
    }

    private String one(String column) {
        return hub.query("select e." + column + " from environment e join project p on p.id = e.project_id"
                        + " where e.key = 'production' and p.key = '" + project + "'")
                .get(0);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = hub.database().getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
