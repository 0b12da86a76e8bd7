package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Many people who change the same flags at once, each in another way: by instructions, by whole states with the version
 * that they read, by toggles and by restores.
 */
@UsesSharedStack
class ManyEditorsST {
    private static final int EDITORS = 50;
    private static final int FLAGS = 20;

    /** The flags to which editors add rules, and which nobody restores: a rule that was added must be there at the end. */
    private static final int RULED = 15;

    /** So many rules each editor adds at most; a flag has at most 100. */
    private static final int RULES_EACH = 25;

    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("jackstaff.editors.seconds", 8));
    private static final ObjectMapper JSON = new ObjectMapper();

    /** So many log in, each for some of the editors: a token may make only so many changes in a minute. */
    private static final int LOGINS = 10;

    private final ManagementClient hub;
    private final List<ManagementClient> editorClients;
    private final OfrepClient edge;
    private final String project;
    private final String environment;

    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> added = new ConcurrentHashMap<>();
    private final AtomicLong restorable = new AtomicLong();

    ManyEditorsST(StackUnderTest installation) {
        this.hub = ManagementClient.of(installation);
        this.editorClients = Stream.generate(() -> ManagementClient.of(installation))
                .limit(LOGINS)
                .toList();
        this.edge = OfrepClient.of(installation);
        this.project = "/projects/" + installation.quickstart().project();
        this.environment = installation.quickstart().environment();
    }

    @BeforeEach
    void someFlags() {
        for (int i = 0; i < FLAGS; i++) {
            if (hub.call("GET", project + "/flags/" + flag(i), "").statusCode() == 404) {
                hub.createFlag(flag(i));
            }
        }
    }

    private static String flag(int number) {
        return "busy-" + number;
    }

    private String state(String flag) {
        return project + "/flags/" + flag + "/environments/" + environment;
    }

    @Test
    void noEditIsLostAndTheRecordIsWhole() throws Exception {
        long before = hub.get(state(flag(0))).path("revision").asLong();
        restorable.set(before);
        long end = System.nanoTime() + TIME.toNanos();
        ExecutorService people = Executors.newFixedThreadPool(EDITORS);
        try {
            List<Callable<Void>> work = IntStream.range(0, EDITORS)
                    .mapToObj(number -> (Callable<Void>) () -> new Editor(number).editUntil(end))
                    .toList();
            List<Future<Void>> done = people.invokeAll(work);
            for (Future<Void> one : done) {
                one.get();
            }
            int edits = statuses.values().stream().mapToInt(AtomicInteger::get).sum();
            System.out.println("[figures] " + EDITORS + " editors in " + TIME.toSeconds() + " s: " + edits
                    + " requests, " + new TreeMap<>(statuses));
            assertThat(edits).isGreaterThanOrEqualTo(EDITORS);
        } finally {
            people.shutdownNow();
        }

        assertThat(statuses.keySet()).isSubsetOf(200, 409, 412, 429);
        assertThat(statuses).containsKey(200);
        added.forEach((flag, rules) -> assertThat(ruleIds(hub.get(state(flag)))).containsAll(rules));
        long last = hub.get(state(flag(0))).path("revision").asLong();
        assertTheRecordIsWhole(before, last);
        await().untilAsserted(
                        () -> assertThat(edge.evaluate(flag(0)).revision()).isEqualTo(last));
        for (int i = 0; i < FLAGS; i++) {
            assertThat(edge.evaluate(flag(i), "{\"targetingKey\":\"ada\"}").value())
                    .describedAs(flag(i))
                    .isEqualTo(answerOfTheHub(flag(i)));
        }
    }

    private boolean answerOfTheHub(String flag) {
        return hub.post(state(flag) + "/explanations", Map.of("context", Map.of("targetingKey", "ada")))
                .path("value")
                .asBoolean();
    }

    private static List<String> ruleIds(JsonNode state) {
        List<String> ids = new ArrayList<>();
        state.path("rules").forEach(rule -> ids.add(rule.path("id").asText()));
        return ids;
    }

    /** Each revision since then has its change with who and how, and none is missing. */
    private void assertTheRecordIsWhole(long before, long last) {
        Set<Long> revisions = new HashSet<>();
        Set<Long> changes = new HashSet<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = hub.get(project + "/environments/" + environment + "/revisions?limit=500"
                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            cursor = page.path("next").isTextual() ? page.path("next").asText() : null;
            for (JsonNode revision : page.path("items")) {
                if (revision.path("revision").asLong() <= before) {
                    cursor = null;
                    break;
                }
                revisions.add(revision.path("revision").asLong());
                assertThat(revision.path("changes")).isNotEmpty();
                assertThat(revision.at("/change/sentences")).isNotEmpty();
                changes.add(revision.at("/change/id").asLong());
            }
        }
        assertThat(revisions).hasSize((int) (last - before)).contains(last, before + 1);
        assertThat(changes).hasSameSizeAs(revisions);
    }

    /** Somebody who edits. Not thread-safe. */
    private final class Editor {
        private final int number;
        private final ManagementClient hub;
        private final Random random;
        private int rules;

        Editor(int number) {
            this.number = number;
            this.hub = editorClients.get(number % LOGINS);
            this.random = new Random(number);
        }

        @Nullable
        Void editUntil(long end) {
            while (System.nanoTime() < end) {
                edit();
            }
            return null;
        }

        private void edit() {
            String any = flag(random.nextInt(FLAGS));
            switch (random.nextInt(6)) {
                case 0 -> count(hub.call("POST", state(any) + "/toggle", "{\"enabled\":" + random.nextBoolean() + "}"));
                case 1 ->
                    change("{\"type\":\"turn-" + (random.nextBoolean() ? "on" : "off") + "\",\"flag\":\"" + any
                            + "\"}");
                case 2 -> addRuleByInstruction();
                case 3 -> addRuleByWholeState();
                case 4 -> serveAnother(any);
                default -> restore();
            }
        }

        private void change(String instruction) {
            count(hub.call(
                    "POST",
                    project + "/changes",
                    "{\"environment\":\"" + environment + "\",\"changes\":[" + instruction + "]}"));
        }

        private String ruled() {
            return flag(number % RULED);
        }

        private String newRule() {
            return "e" + number + "-" + rules++;
        }

        private static String rule(String id) {
            return "{\"id\":\"" + id + "\",\"condition\":{\"attribute\":\"country\",\"operator\":\"IN\",\"values\":[\""
                    + id + "\"]},\"outcome\":{\"serve\":\"on\"}}";
        }

        private void addRuleByInstruction() {
            if (rules >= RULES_EACH) {
                return;
            }
            String id = newRule();
            HttpResponse<String> answer = hub.call(
                    "POST",
                    project + "/changes",
                    "{\"environment\":\"" + environment + "\",\"changes\":[{\"type\":\"add-rule\",\"flag\":\"" + ruled()
                            + "\",\"definition\":" + rule(id) + "}]}");
            remember(answer, id);
        }

        /** Reads the state, adds a rule, and writes it back: refused if somebody else was faster. */
        private void addRuleByWholeState() {
            if (rules >= RULES_EACH) {
                return;
            }
            String id = newRule();
            ObjectNode read = (ObjectNode) hub.get(state(ruled()));
            ObjectNode body = JSON.createObjectNode();
            for (String member : List.of("enabled", "offVariant", "fallthrough", "rules", "version")) {
                body.set(member, read.get(member));
            }
            try {
                ((ArrayNode) body.get("rules")).add(JSON.readTree(rule(id)));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
            remember(hub.call("PUT", state(ruled()), body.toString()), id);
        }

        private void remember(HttpResponse<String> answer, String id) {
            count(answer);
            if (answer.statusCode() == 200) {
                added.computeIfAbsent(ruled(), absent -> ConcurrentHashMap.newKeySet())
                        .add(id);
            }
        }

        /** On condition that nobody has changed what is served since it was read. */
        private void serveAnother(String flag) {
            JsonNode read = hub.get(state(flag));
            String served = read.at("/fallthrough/serve").asText().equals("on") ? "off" : "on";
            count(hub.call(
                    "POST",
                    project + "/changes",
                    "{\"environment\":\"" + environment + "\",\"base\":"
                            + read.path("revision").asLong()
                            + ",\"changes\":[{\"type\":\"set-fallthrough\",\"flag\":\"" + flag
                            + "\",\"outcome\":{\"serve\":\"" + served + "\"}}]}"));
        }

        private void restore() {
            int first = RULED + random.nextInt(FLAGS - RULED);
            count(hub.call(
                    "POST",
                    project + "/restore",
                    "{\"environment\":\"" + environment + "\",\"revision\":" + restorable.get() + ",\"flags\":[\""
                            + flag(first) + "\"]}"));
        }

        private void count(HttpResponse<String> answer) {
            assertThat(answer.statusCode()).describedAs(answer.body()).isIn(200, 409, 412, 429);
            statuses.computeIfAbsent(answer.statusCode(), absent -> new AtomicInteger())
                    .incrementAndGet();
        }
    }
}
