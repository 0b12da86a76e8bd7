package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A project of whose texts each has a probe: what a page would run if it showed the text without escaping it. */
final class ProbedProject {
    /** Leaves an attribute, a tag and a script; what is not escaped leaves an element of this name or runs the script. */
    static final String PROBE = "\"'><x-probe data-xprobe=\"1\"></x-probe><script>window.__probe=1</script>P#{7*7}P";

    /** A probe for where only short texts are taken. */
    static final String SHORT = "\"'><x-probe data-xprobe='1'>";

    static final String FLAG = "probed";

    private final ManagementClient hub;
    private final String project;

    ProbedProject(ManagementClient hub, String project) {
        this.hub = hub;
        this.project = project;
    }

    String path() {
        return "/projects/" + project;
    }

    /** Makes the project; every text that can be chosen has the probe in it. */
    void make(StackUnderTest installation) throws SQLException {
        hub.post("/projects", Map.of("key", project, "name", PROBE, "description", PROBE));
        hub.post(path() + "/environments", Map.of("key", "probed", "name", PROBE));
        hub.post(
                path() + "/segments",
                Map.of("key", "probed", "name", PROBE, "description", PROBE, "condition", comparison()));
        hub.put(
                path() + "/attributes/" + encoded(SHORT),
                Map.of("type", "string", "description", PROBE, "values", List.of(PROBE)));
        hub.post(path() + "/flags", flag());
        hub.post(path() + "/flags", Map.of("key", "plain", "type", "boolean"));
        change("production", Map.of("type", "turn-on"));
        change("production", Map.of("type", "add-rule", "definition", rule("one")));
        change("production", Map.of("type", "set-value", "variant", "a", "value", Map.of(PROBE, PROBE)));
        change("staging", Map.of("type", "add-rule", "definition", rule("two")));
        hub.post(
                path() + "/flags/" + FLAG + "/environments/production/draft",
                Map.of("changes", List.of(Map.of("type", "add-rule", "definition", rule("drafted")))));
        hub.post("/me" + path() + "/views", Map.of("name", PROBE, "query", "q=" + encoded(PROBE), "shared", true));
        hub.post("/keys", Map.of("name", PROBE, "kind", "server", "project", project, "environment", "production"));
        count(installation);
    }

    private static Map<String, Object> flag() {
        Map<String, Object> flag = new HashMap<>(Map.of("key", FLAG, "type", "json"));
        flag.put("name", PROBE);
        flag.put("description", PROBE);
        flag.put("owner", PROBE);
        flag.put("tags", List.of(SHORT));
        flag.put("links", List.of(Map.of("title", PROBE, "url", "https://example.org/?" + encoded(PROBE))));
        flag.put("metadata", Map.of(SHORT, PROBE));
        flag.put("schema", Map.of("title", PROBE));
        flag.put("variants", List.of(variant("a"), variant("b")));
        return flag;
    }

    private static Map<String, Object> variant(String key) {
        return Map.of("key", key, "value", Map.of(PROBE, PROBE, "of", key), "description", PROBE);
    }

    private static Map<String, Object> comparison() {
        return Map.of("attribute", SHORT, "operator", "IN", "values", List.of(PROBE, SHORT));
    }

    private static Map<String, Object> rule(String id) {
        return Map.of(
                "id",
                id,
                "name",
                PROBE,
                "note",
                PROBE,
                "condition",
                Map.of("all", List.of(comparison(), Map.of("segment", "probed"))),
                "rollout",
                Map.of("basisPoints", 5_000, "stickiness", SHORT),
                "outcome",
                Map.of("serve", "a"));
    }

    private void change(String environment, Map<String, Object> instruction) {
        Map<String, Object> whole = new HashMap<>(instruction);
        whole.put("flag", FLAG);
        hub.post(
                path() + "/changes",
                Map.of("environment", environment, "reason", PROBE, "ticket", SHORT, "changes", List.of(whole)));
    }

    /** Lets clients have names that are probes, which have asked for the flag and for one that does not exist. */
    private void count(StackUnderTest installation) throws SQLException {
        try (Connection database = installation.database();
                PreparedStatement used = database.prepareStatement(
                        """
                        insert into flag_usage (flag_id, environment_id, hour, enabled, variant, application, sdk, evaluations)
                        select f.id, e.id, date_trunc('hour', now()), true, ?, ?, ?, 7
                        from flag f join project p on p.id = f.project_id and p.key = ?
                        join environment e on e.project_id = p.id where f.key = ?
                        """);
                PreparedStatement unknown = database.prepareStatement(
                        """
                        insert into unknown_flag select e.id, ?, ?, ?, now(), now(), 7
                        from environment e join project p on p.id = e.project_id and p.key = ?
                        """)) {
            for (PreparedStatement statement : List.of(used, unknown)) {
                statement.setString(1, PROBE);
                statement.setString(2, PROBE);
                statement.setString(3, PROBE);
                statement.setString(4, project);
            }
            used.setString(5, FLAG);
            used.executeUpdate();
            assertThat(unknown.executeUpdate()).isPositive();
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
