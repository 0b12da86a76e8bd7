package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An editor offers flags, each of which is permitted, in a mass that no edge could hold. */
@UsesSharedStack
class ContentFloodST {
    private static final int MEGABYTES = Integer.getInteger("jackstaff.flood.megabytes", 20);
    private static final int VALUES = 15;
    private static final int VALUE_LENGTH = 63_000;
    private static final long MOST_GROWTH_MEGABYTES = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StackUnderTest installation;
    private final ManagementClient hub;
    private final OfrepClient edge;

    ContentFloodST(StackUnderTest installation) {
        this.installation = installation;
        this.hub = ManagementClient.of(installation);
        this.edge = OfrepClient.of(installation);
    }

    @Test
    void whatNoEdgeCouldHoldIsRefusedBeforeAnyEdgeSuffers() throws IOException {
        hub.createFlag("beside-the-flood");
        hub.toggle("beside-the-flood", true);
        hub.post("/projects", Map.of("key", "flood", "name", "flood"));
        Map<Integer, Integer> answers = new TreeMap<>();
        String refusal = "";
        long before = residentMegabytes();
        await().until(() -> edge.evaluate("beside-the-flood").status() == 200);
        try (Traffic traffic = Traffic.at(edge, "beside-the-flood")) {
            for (int i = 0; i < MEGABYTES; i++) {
                HttpResponse<String> answer = hub.call("POST", "/projects/flood/flags", flag("flag-" + i));
                answers.merge(answer.statusCode(), 1, Integer::sum);
                refusal = answer.statusCode() == 409 ? answer.body() : refusal;
            }
            traffic.awaitRevision(hub.toggle("beside-the-flood", false));

            RunReport.print(
                    "%d MB of flags offered: %s; meanwhile %d answers, %d failed; edge %d MB before, %d MB after",
                    MEGABYTES, answers, traffic.answers(), traffic.failures().size(), before, residentMegabytes());
            assertThat(answers).containsOnlyKeys(201, 409);
            assertThat(refusal).contains("the limit is ").contains("MiB");
            assertThat(traffic.failures()).isEmpty();
            assertThat(residentMegabytes() - before).isLessThan(MOST_GROWTH_MEGABYTES);
        } finally {
            hub.call("DELETE", "/projects/flood?force=true", "");
        }
    }

    private static String flag(String key) {
        ObjectNode flag =
                JSON.createObjectNode().put("key", key).put("name", key).put("type", "string");
        ArrayNode variants = flag.putArray("variants");
        for (int i = 0; i < VALUES; i++) {
            variants.addObject().put("key", "v" + i).put("value", "x".repeat(VALUE_LENGTH));
        }
        return flag.toString();
    }

    private long residentMegabytes() throws IOException {
        return ProcessMemory.residentMegabytes(installation.process("edge").pid());
    }
}
