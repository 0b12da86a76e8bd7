package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What environments were at earlier revisions, over the API. */
@UsesSharedStack
class HistoryST {
    private static final String FLAG = "looked-back-at";

    private final ManagementClient hub;
    private final String project;
    private final String production;

    HistoryST(StackUnderTest installation) {
        this.hub = ManagementClient.of(installation);
        this.project = "/projects/" + installation.quickstart().project();
        this.production = project + "/environments/production";
    }

    @BeforeEach
    void aFlagThatIsOff() {
        if (hub.call("GET", project + "/flags/" + FLAG, "").statusCode() == 404) {
            hub.createFlag(FLAG);
        }
        hub.toggle(FLAG, false);
    }

    @Test
    void aRevisionIsListedReadComparedAndExplained() {
        long off = latestRevision();
        long on = hub.toggle(FLAG, true);

        JsonNode latest = hub.get(production + "/revisions?limit=1").at("/items/0");
        assertThat(latest.path("revision").asLong()).isEqualTo(on);
        assertThat(latest.at("/changes/0/key").asText()).isEqualTo(FLAG);
        assertThat(latest.at("/changes/0/action").asText()).isEqualTo("toggled");

        assertThat(enabled(off)).isFalse();
        assertThat(enabled(on)).isTrue();

        JsonNode comparison = hub.get(project + "/compare?from=production@" + off + "&to=production@" + on);
        assertThat(comparison.path("flags")).singleElement().satisfies(flag -> {
            assertThat(flag.path("key").asText()).isEqualTo(FLAG);
            assertThat(flag.path("kind").asText()).isEqualTo("changed");
            assertThat(flag.path("fields").toString())
                    .isEqualTo("[{\"field\":\"enabled\",\"before\":false,\"after\":true}]");
        });

        String explanations = project + "/flags/" + FLAG + "/environments/production/explanations";
        assertThat(hub.post(explanations, Map.of("revision", off))
                        .path("reason")
                        .asText())
                .isEqualTo("DISABLED");
        assertThat(hub.post(explanations, Map.of("revision", on)).path("reason").asText())
                .isNotEqualTo("DISABLED");
    }

    @Test
    void anEnvironmentIsComparedWithAnother() {
        hub.toggle(FLAG, true);

        JsonNode comparison = hub.get(project + "/compare?from=production&to=staging");

        assertThat(comparison.at("/to/environment").asText()).isEqualTo("staging");
        assertThat(comparison.path("flags"))
                .anySatisfy(flag -> assertThat(flag.path("key").asText()).isEqualTo(FLAG));
        assertThat(hub.get(project + "/compare?from=production&to=production").path("flags"))
                .isEmpty();
    }

    @Test
    void whatIsNoRevisionIsRefused() {
        assertThat(status("/environments/production/revisions/999999999999")).isEqualTo(404);
        assertThat(status("/environments/production/revisions/one")).isEqualTo(404);
        assertThat(status("/environments/nowhere/revisions")).isEqualTo(404);
        assertThat(status("/compare?from=production")).isEqualTo(400);
        assertThat(status("/compare?from=production&to=production@last")).isEqualTo(400);
        assertThat(status("/compare?from=production&to=production@1@2")).isEqualTo(400);
        assertThat(status("/compare?from=production&to=nowhere")).isEqualTo(404);
    }

    private int status(String path) {
        return hub.call("GET", project + path, "").statusCode();
    }

    private long latestRevision() {
        return hub.get(production + "/revisions?limit=1")
                .at("/items/0/revision")
                .asLong();
    }

    private boolean enabled(long revision) {
        for (JsonNode flag : hub.get(production + "/revisions/" + revision).path("flags")) {
            if (flag.path("key").asText().equals(FLAG)) {
                return flag.path("enabled").asBoolean();
            }
        }
        throw new AssertionError("revision " + revision + " has no flag " + FLAG);
    }
}
