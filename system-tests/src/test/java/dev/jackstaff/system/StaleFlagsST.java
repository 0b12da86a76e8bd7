package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Flags that are potentially stale: by their age, and by what the edge counts. */
@UsesSharedStack
class StaleFlagsST {
    private static final Duration ARRIVAL = Duration.ofSeconds(90);

    private final StackUnderTest installation;
    private final ManagementClient hub;
    private final String project;

    StaleFlagsST(StackUnderTest installation) {
        this.installation = installation;
        this.hub = ManagementClient.of(installation);
        this.project = installation.quickstart().project();
    }

    @Test
    void oldFlagsAreStaleUntilTheirKindMayLiveLongerAndThoseThatNothingAsksFor() throws Exception {
        UsageCounts usage = UsageCounts.of(installation);
        usage.createFlag("stale-idle");
        usage.createFlag("stale-asked");
        assertThat(flag("stale-idle").path("staleness").asText()).isEqualTo("active");
        assertThat(flag("stale-idle").path("staleReasons")).isEmpty();
        OfrepClient.of(installation).evaluate("stale-asked");
        await().atMost(ARRIVAL).until(() -> usage.counted("stale-asked") > 0);

        makeSixtyDaysOld("stale-idle", "stale-asked");

        assertThat(flag("stale-idle").path("staleness").asText()).isEqualTo("potentially-stale");
        assertThat(reasons("stale-idle")).containsExactly("past-lifetime", "not-evaluated");
        assertThat(reasons("stale-asked")).containsExactly("past-lifetime");
        CommandClient here = CommandClient.of(installation).with("JACKSTAFF_PROJECT", project);
        assertThat(here.lines("flags", "list", "--stale", "--search", "stale-"))
                .hasSize(3)
                .anyMatch(line -> line.matches("stale-idle .* past-lifetime, not-evaluated .*"));

        String policy = "/projects/" + project + "/stale-policy";
        JsonNode changed = hub.put(policy, Map.of("lifetimes", List.of(Map.of("kind", "release", "days", 61))));

        assertThat(changed.path("usageDays").asInt()).isEqualTo(30);
        assertThat(hub.get(policy)).isEqualTo(changed);
        assertThat(hub.get("/projects/" + project + "/flags?stale=true&q=stale-")
                        .findValuesAsText("key"))
                .contains("stale-idle")
                .doesNotContain("stale-asked");
        hub.put(policy, Map.of("lifetimes", List.of(Map.of("kind", "release", "days", 40))));
    }

    private JsonNode flag(String key) {
        return hub.get("/projects/" + project + "/flags/" + key);
    }

    private List<String> reasons(String key) {
        JsonNode listed = hub.get("/projects/" + project + "/flags?stale=true&q=" + key);
        assertThat(listed.at("/items/0/staleReasons")).isEqualTo(flag(key).path("staleReasons"));
        return List.of(listed.at("/items/0/staleReasons")
                .toString()
                .replaceAll("[\\[\\]\"]", "")
                .split(","));
    }

    /** Flags cannot be made old by the API. */
    private void makeSixtyDaysOld(String... keys) throws SQLException {
        String flags = "(select id from flag where key in ('" + String.join("','", keys) + "'))";
        String then = "now() - interval '60 days'";
        try (Connection database = installation.database()) {
            database.createStatement()
                    .execute("update flag set created_at = " + then + ", updated_at = " + then + " where id in "
                            + flags);
            database.createStatement()
                    .execute("update flag_state set updated_at = " + then + " where flag_id in " + flags);
        }
    }
}
