package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The evaluations of an installation that its hub has counted. */
record UsageCounts(StackUnderTest installation, ManagementClient hub) {
    static UsageCounts of(StackUnderTest installation) {
        return new UsageCounts(installation, ManagementClient.of(installation));
    }

    /** Makes a flag, on, of which nothing is counted yet, and waits until the edge knows it. */
    void createFlag(String key) {
        hub.createFlag(key);
        hub.toggle(key, true);
        assertThat(of(key).path("items")).isEmpty();
        OfrepClient edge = OfrepClient.of(installation);
        await().until(() -> edge.evaluateAll("{}").body().toString().contains("\"" + key + "\""));
    }

    long counted(String flag) {
        long sum = 0;
        for (JsonNode item : of(flag).path("items")) {
            sum += item.path("evaluations").asLong();
        }
        return sum;
    }

    private JsonNode of(String flag) {
        return hub.get("/projects/" + installation.quickstart().project() + "/flags/" + flag + "/usage");
    }

    /** How many evaluations edges said that they did not count. */
    long dropped() throws SQLException {
        try (Connection database = installation.database();
                var result = database.createStatement().executeQuery("select sum(dropped) from usage_batch")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** How many batches the installation's edge has not got rid of. */
    int unsentBatches() {
        return unsentBatches(installation.home().resolve("edge/data"));
    }

    /** How many batches an edge with that directory has not got rid of. */
    static int unsentBatches(Path data) {
        String[] files = data.resolve("usage").toFile().list((directory, name) -> name.endsWith(".json"));
        assertThat(files).describedAs("the queue in " + data).isNotNull();
        return files.length;
    }
}
