package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.hazelcast.map.IMap;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody without the secret is in the data grid of hub and edge. They read nothing, and what they write changes nothing. */
@UsesSharedStack
@Tag("fault")
class GridForgeryST {
    private static final String SNAPSHOTS = "jackstaff.snapshots";
    private static final String PUBLICATION = "jackstaff.publication";
    private static final List<String> MAPS =
            List.of(SNAPSHOTS, PUBLICATION, "jackstaff.usage", "jackstaff.usage.acknowledged", "jackstaff.edges");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final StackUnderTest installation;
    private final ManagementClient hub;
    private final OfrepClient edge;
    private final OfrepClient hubAnswers;
    private final String project;
    private final String environment;

    GridForgeryST(StackUnderTest installation) {
        QuickstartFile quickstart = installation.quickstart();
        this.installation = installation;
        this.hub = ManagementClient.of(installation);
        this.edge = OfrepClient.of(installation);
        this.hubAnswers = OfrepClient.at(quickstart.hubUrl(), quickstart);
        this.project = quickstart.project();
        this.environment = quickstart.project() + "/" + quickstart.environment();
    }

    @BeforeEach
    void aFlagThatIsOn() {
        if (hub.call("GET", "/projects/" + project + "/flags/forged", "").statusCode() == 404) {
            hub.createFlag("forged");
        }
        long revision = hub.toggle("forged", true);
        await().atMost(LIMIT).until(() -> edge.evaluate("forged").revision() >= revision);
    }

    @Test
    void aClientIsNotLetIn() {
        for (int port : List.of(installation.port("hubGrid"), installation.port("edgeGrid"))) {
            assertThatIllegalStateException().isThrownBy(() -> GridIntruder.client(installation, port));
        }
    }

    @Test
    void aMemberReadsNothingAndForgesNothing() {
        try (GridIntruder intruder = GridIntruder.member(installation);
                Traffic atEdge = Traffic.at(edge, "forged");
                Traffic atHub = Traffic.at(hubAnswers, "forged")) {
            await().atMost(LIMIT).until(() -> intruder.members() >= 3);
            assertUnreadable(intruder);
            IMap<Object, Object> snapshots = intruder.map(SNAPSHOTS);
            Object old = snapshots.get(environment);
            for (Object forged : List.of(forgedSnapshot(), URI.create("urn:forged"), true, "text", new byte[100])) {
                snapshots.set(environment, forged);
                snapshots.set("rogue/production", forged);
                snapshots.set(URI.create("urn:forged"), forged);
                for (String map : MAPS.subList(1, MAPS.size())) {
                    intruder.map(map).set("rogue", forged);
                    intruder.map(map).set(URI.create("urn:forged"), forged);
                }
                intruder.map(PUBLICATION).set("heartbeat", forged);
                assertThat(edge.evaluate("forged").value()).isTrue();
                assertThat(hubAnswers.evaluate("forged").value()).isTrue();
            }
            long changed = hub.toggle("forged", false);
            atEdge.awaitRevision(changed);
            atHub.awaitRevision(changed);
            snapshots.set(environment, old);
            long again = hub.toggle("forged", true);
            atEdge.awaitRevision(again);
            for (int i = 0; i < 5; i++) {
                MAPS.forEach(map -> intruder.map(map).clear());
                long afterClearing = hub.toggle("forged", i % 2 == 0);
                atEdge.awaitRevision(afterClearing);
                atHub.awaitRevision(afterClearing);
            }

            await().atMost(LIMIT).untilAsserted(() -> assertThat(health(edge.url()))
                    .contains("\"status\":\"UP\"", "\"upstreamConnected\":true", "\"refusedGridValues\":"));
            await().atMost(LIMIT).untilAsserted(() -> assertThat(health(hubAnswers.url()))
                    .contains("\"status\":\"UP\"", "values refused in the data grid"));
            assertThat(atEdge.failures()).isEmpty();
            assertThat(atHub.failures()).isEmpty();
        }
    }

    private void assertUnreadable(GridIntruder intruder) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(intruder.map(SNAPSHOTS).get(environment))
                        .isInstanceOfSatisfying(
                                byte[].class, bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                                        .doesNotContain("revision", "forged", "production", "hash")));
        assertThat(intruder.map(PUBLICATION).get("heartbeat")).isInstanceOfSatisfying(byte[].class, bytes -> assertThat(
                        new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain("production"));
    }

    private byte[] forgedSnapshot() {
        String text =
                "{\"format\":1,\"project\":\"demo\",\"environment\":\"production\",\"environmentId\":\"x\",\"revision\":"
                        + Long.MAX_VALUE
                        + ",\"changedAt\":\"2026-01-01T00:00:00Z\",\"flags\":[],\"segments\":[],\"credentials\":[]}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String health(String url) {
        return RawHttp.send(url, "GET", "/health/ready", Map.of(), new byte[0]).body();
    }
}
