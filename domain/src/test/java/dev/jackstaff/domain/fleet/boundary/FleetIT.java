package dev.jackstaff.domain.fleet.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.jackstaff.domain.fleet.EdgeServerView;
import dev.jackstaff.domain.fleet.EdgeServerView.Alarm;
import dev.jackstaff.domain.fleet.EdgeServerView.AlarmKind;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.engine.fleet.EdgeStatus;
import dev.jackstaff.engine.fleet.EdgeStatusCodec;
import dev.jackstaff.grid.GridNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FleetIT {
    private static final AtomicInteger MOMENTS = new AtomicInteger();

    private final DomainContainer hub = DomainContainer.shared();
    private final Fleet fleet = hub.get(Fleet.class);
    private final ProjectKey project = hub.createProject();

    @Test
    void whatAnEdgePutsIntoTheGridIsKnownSoon() {
        EdgeStatus status = status("grid", revision(), "a");
        Map<String, byte[]> statuses = hub.grid().getMap(GridNames.EDGES);

        hub.putSealed(GridNames.EDGES, status.id(), EdgeStatusCodec.write(status));

        await().untilAsserted(() -> assertThat(server("grid").status()).isEqualTo(status));
        assertThat(server("grid").alarms()).isEmpty();
        statuses.remove(status.id());
    }

    @Test
    void anEdgeWithoutAWordIsSilentAndLaterForgotten() throws SQLException {
        fleet.recordStatuses(List.of(status("quiet", revision(), "a")));
        execute("update edge_server set seen_at = now() - interval '1 minute' where id = '" + project + "-quiet'");
        assertThat(server("quiet").alarms()).extracting(Alarm::kind).containsExactly(AlarmKind.SILENT);

        execute("update edge_server set seen_at = now() - interval '25 hours' where id = '" + project + "-quiet'");
        hub.get(Fleet.class).removeSilentEdges();

        assertThat(servers()).isEmpty();
    }

    @Test
    void theSameStatusAgainIsNoWord() throws SQLException {
        EdgeStatus status = status("repeated", revision(), "a");
        fleet.recordStatuses(List.of(status));
        execute("update edge_server set seen_at = now() - interval '1 minute' where id = '" + status.id() + "'");

        fleet.recordStatuses(List.of(status));

        assertThat(server("repeated").alarms()).extracting(Alarm::kind).containsExactly(AlarmKind.SILENT);
    }

    @Test
    void anEdgeWithAnOlderRevisionLagsAfterAWhile() throws SQLException {
        fleet.recordStatuses(List.of(status("behind", revision() - 1, "a")));
        assertThat(server("behind").alarms()).isEmpty();

        execute("update environment set revision_at = now() - interval '1 minute' where id = '" + environment() + "'");

        assertThat(server("behind").alarms())
                .containsExactly(new Alarm(
                        AlarmKind.LAGS,
                        project + "/production",
                        "serves revision " + (revision() - 1) + "; the hub has " + revision()));
    }

    @Test
    void thoseWhoServeSomethingElseThanMostDisagree() {
        fleet.recordStatuses(List.of(
                status("one", revision(), "a"), status("two", revision(), "a"), status("three", revision(), "b")));

        assertThat(server("three").alarms()).extracting(Alarm::kind).containsExactly(AlarmKind.DISAGREES);
        assertThat(server("one").alarms()).isEmpty();
    }

    @Test
    void anEdgeThatDropsUsageIsAConcernForAWhile() {
        fleet.recordStatuses(List.of(
                status("dropping", revision(), "a", new EdgeStatus.UsageBacklog(0, 0, 12, 0, 5_000)),
                status("healed", revision(), "a", new EdgeStatus.UsageBacklog(0, 0, 12, 0, 700_000)),
                status("fine", revision(), "a", new EdgeStatus.UsageBacklog(3, 12, 0, 0, -1))));

        assertThat(server("dropping").alarms())
                .extracting(Alarm::kind, Alarm::message)
                .containsExactly(
                        tuple(AlarmKind.DROPS, "dropped 12 evaluations since 1970-01-01T00:00:00Z, the last 5 s ago"));
        assertThat(server("healed").alarms()).isEmpty();
        assertThat(server("fine").alarms()).isEmpty();
    }

    private EdgeServerView server(String name) {
        List<EdgeServerView> found = servers().stream()
                .filter(server -> server.status().id().equals(project + "-" + name))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<EdgeServerView> servers() {
        return hub.callAsAdmin(fleet::servers).stream()
                .filter(server -> server.status().id().startsWith(project + "-"))
                .toList();
    }

    private EdgeStatus status(String name, long revision, String hash) {
        return status(name, revision, hash, new EdgeStatus.UsageBacklog(0, 0, 0, 0, -1));
    }

    private EdgeStatus status(String name, long revision, String hash, EdgeStatus.UsageBacklog backlog) {
        Instant sentAt = Instant.EPOCH.plus(Duration.ofSeconds(MOMENTS.incrementAndGet()));
        return new EdgeStatus(
                project + "-" + name,
                "1",
                "eu",
                Instant.EPOCH,
                sentAt,
                new EdgeStatus.UpstreamLink("grid", "127.0.0.1:4900", true),
                List.of(new EdgeStatus.EnvironmentStatus(project + "/production", environment(), revision, hash, 5)),
                new EdgeStatus.Traffic(1, 2, 3.5),
                backlog,
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
