package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The forty flags that every protocol's clients are asked for, in a project of their own: values of each type, flags that are
 * off, each operator, rollouts, splits, segments, prerequisites and one flag for servers only ({@link #SERVER_ONLY}). What a
 * client should say is what the edge answers over OFREP. The flag {@link #TOGGLED_FLAG} begins off, and is for tests to switch.
 */
final class FortyFlags {
    static final String SERVER_ONLY = "server-only";
    static final String TOGGLED_FLAG = "toggled";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<CacheKey, FortyFlags> CACHE = new HashMap<>();

    private final ManagementClient hub;
    private final OfrepClient edge;
    private final Keys keys;
    private final String project;
    private final JsonNode document;

    private FortyFlags(ManagementClient hub, OfrepClient edge, Keys keys, JsonNode document) {
        this.hub = hub;
        this.edge = edge;
        this.keys = keys;
        this.project = keys.project;
        this.document = document;
    }

    /** The secrets of keys to the flags. */
    record Keys(String project, String server, String client) {}

    /**
     * What OpenFeature says of one flag for one context.
     *
     * @param value missing where the client's own default applies
     * @param variant empty for none
     */
    record Answer(String flag, JsonNode value, String variant, String reason) {
        static Answer of(JsonNode answer) {
            return new Answer(
                    answer.path("key").asText(),
                    answer.path("value"),
                    answer.path("variant").asText(),
                    answer.path("reason").asText());
        }

        boolean isBoolean() {
            return value.isBoolean();
        }

        /** Whether the flag is on, for clients that know on and off: a boolean flag's value says it. */
        boolean enabled() {
            return isBoolean() ? value.asBoolean() : !reason.equals("DISABLED");
        }
    }

    /** Where there are flags already. */
    private record CacheKey(StackUnderTest installation, String project) {}

    /** Makes them all in production of a new project, if that is not done, and waits until the edge has them. */
    static FortyFlags in(StackUnderTest installation, String project) {
        synchronized (CACHE) {
            return CACHE.computeIfAbsent(
                    new CacheKey(installation, project), made -> make(made.installation(), made.project()));
        }
    }

    private static FortyFlags make(StackUnderTest installation, String project) {
        ManagementClient hub = ManagementClient.of(installation);
        JsonNode document = document();
        hub.post("/projects", Map.of("key", project, "name", project));
        document.path("segments").forEach(segment -> hub.post("/projects/" + project + "/segments", segment));
        document.path("flags").forEach(flag -> hub.post("/projects/" + project + "/flags", flag.path("flag")));
        document.path("flags")
                .forEach(flag -> hub.put(state(project, flag.at("/flag/key").asText()), flag.path("state")));
        FortyFlags flags = new FortyFlags(hub, OfrepClient.of(installation), keys(hub, project), document);
        await().until(flags::isServed);
        return flags;
    }

    Keys keys() {
        return keys;
    }

    /** The contexts to ask with, as OpenFeature has them. */
    List<Map<String, String>> contexts() {
        List<Map<String, String>> contexts = new ArrayList<>();
        document.path("contexts").forEach(context -> {
            Map<String, String> attributes = new TreeMap<>();
            context.properties()
                    .forEach(attribute -> attributes.put(
                            attribute.getKey(), attribute.getValue().asText()));
            contexts.add(attributes);
        });
        return contexts;
    }

    /** What the edge answers to the holder of the server key, by flag. */
    Map<String, Answer> answers(Map<String, ?> context) {
        return evaluateAll(context, keys.server);
    }

    /** What the edge answers to the holder of the client key, by flag. */
    Map<String, Answer> clientAnswers(Map<String, ?> context) {
        return evaluateAll(context, keys.client);
    }

    private Map<String, Answer> evaluateAll(Map<String, ?> context, String key) {
        try {
            Map<String, Answer> answers = new TreeMap<>();
            edge.post("/ofrep/v1/evaluate/flags", JSON.writeValueAsString(context), key)
                    .body()
                    .path("flags")
                    .forEach(flag -> answers.put(flag.path("key").asText(), Answer.of(flag)));
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How each flag fares in another system's document: {@code exact}, {@code approximated} or {@code left_out}.
     *
     * @param dialect {@code unleash} or {@code flagsmith}
     */
    Map<String, String> fidelity(String dialect) {
        Map<String, String> fidelity = new HashMap<>();
        hub.get("/projects/" + project + "/environments/production/exports/" + dialect + "/report")
                .path("flags")
                .forEach(flag -> fidelity.put(
                        flag.path("key").asText(), flag.path("fidelity").asText()));
        return fidelity;
    }

    /** The flags that another system's document says exactly: clients that evaluate by themselves are held to these. */
    Set<String> exactFlags(String dialect) {
        Set<String> exact = fidelity(dialect).entrySet().stream()
                .filter(flag -> flag.getValue().equals("exact"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(exact).hasSizeGreaterThan(20).contains(TOGGLED_FLAG);
        return exact;
    }

    /** Switches {@link #TOGGLED_FLAG}; answers the revision. */
    long toggle(boolean enabled) {
        return hub.post(
                        "/projects/" + project + "/flags/" + TOGGLED_FLAG + "/environments/production/toggle",
                        Map.of("enabled", enabled))
                .path("revision")
                .asLong();
    }

    /** Switches {@link #TOGGLED_FLAG} off, and waits until the edge has it so. */
    void begin() {
        long revision = toggle(false);
        await().until(() -> revision() >= revision);
    }

    /** How often the edge has counted that an application, by name or without one, was answered about {@link #TOGGLED_FLAG}. */
    long evaluationsCounted(String application) {
        String begin = "feature_toggle_usage_total{appName=\"" + application + "\",toggle=\"" + TOGGLED_FLAG + "\"";
        Map<String, String> key = Map.of("Authorization", keys.server);
        return RawHttp.send(edge.url(), "GET", "/internal-backstage/metrics", key, new byte[0])
                .body()
                .lines()
                .filter(line -> line.startsWith(begin))
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** The revision that the edge answers from; -1 where it does not know the flags yet. */
    long revision() {
        try {
            return edge.post("/ofrep/v1/evaluate/flags", "{}", keys.server).revision();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isServed() {
        return revision()
                >= hub.get("/projects/" + project + "/environments/production")
                        .path("revision")
                        .asLong();
    }

    private static String state(String project, String flag) {
        return "/projects/" + project + "/flags/" + flag + "/environments/production";
    }

    private static Keys keys(ManagementClient hub, String project) {
        return new Keys(project, key(hub, project, "server"), key(hub, project, "client"));
    }

    /** Makes a key that another system issued one to these flags, too. */
    void importKey(String secret, String kind) {
        hub.post(
                "/keys",
                Map.of(
                        "name",
                        "of another system",
                        "kind",
                        kind,
                        "project",
                        project,
                        "environment",
                        "production",
                        "secret",
                        secret));
    }

    private static String key(ManagementClient hub, String project, String kind) {
        return hub.post("/keys", Map.of("name", kind, "kind", kind, "project", project, "environment", "production"))
                .path("secret")
                .asText();
    }

    private static JsonNode document() {
        try (InputStream stream = FortyFlags.class.getResourceAsStream("/forty-flags.json")) {
            return JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
