package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The attributes that a project knows, and the marks that people give flags, over HTTP and with the command. */
@UsesSharedStack
class AttributesST {
    private final StackUnderTest installation;
    private final ManagementClient hub;
    private final String project;

    AttributesST(StackUnderTest installation) {
        this.installation = installation;
        this.hub = ManagementClient.of(installation);
        this.project = "/projects/" + installation.quickstart().project();
    }

    @Test
    void anAttributeIsDefinedChangedAndRemovedUnderItsVersion() {
        String path = project + "/attributes/st%20seats";
        HttpResponse<String> created = hub.call("PUT", path, "{\"type\":\"number\",\"values\":[5,10.50]}");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith(path));
        JsonNode first = ManagementClient.json(created);
        assertThat(first.path("values").toString()).isEqualTo("[5,10.5]");
        assertThat(first.path("origin").asText()).isEqualTo("project");
        String tag = created.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> changed = hub.callIfMatch("PUT", path, "{\"description\":\"How many\"}", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(ManagementClient.json(changed).path("values")).isEqualTo(first.path("values"));
        assertThat(hub.callIfMatch("PATCH", path, "{\"description\":\"Mine\"}", tag)
                        .statusCode())
                .isEqualTo(412);
        assertThat(hub.callIfMatch("DELETE", path, "", tag).statusCode()).isEqualTo(412);

        HttpResponse<String> patched = hub.call("PATCH", path, "{\"values\":null,\"type\":\"string\"}");
        assertThat(patched.statusCode()).isEqualTo(200);
        JsonNode now = ManagementClient.json(patched);
        assertThat(now.path("type").asText()).isEqualTo("string");
        assertThat(now.path("values")).isEmpty();
        assertThat(now.path("description").asText()).isEqualTo("How many");
        assertThat(hub.call("PUT", path, now.toString()).statusCode()).isEqualTo(200);
        assertThat(hub.call("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(hub.call("GET", path, "").statusCode()).isEqualTo(404);
        assertThat(hub.call("PUT", path, "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void aRuleWithAValueThatIsNotLegalIsWarnedOfAndTheCommandSaysWhereAnAttributeIsKnownFrom() {
        hub.createFlag("st-attributes");
        CommandClient here = CommandClient.of(installation)
                .with("JACKSTAFF_PROJECT", installation.quickstart().project());
        assertThat(here.lines("attributes", "set", "st-plan", "--type", "string", "--value", "free", "--value", "pro"))
                .containsExactly("Set the attribute st-plan.");

        JsonNode change = hub.post(
                project + "/changes",
                Map.of(
                        "environment",
                        "production",
                        "changes",
                        List.of(
                                rule("st-plan", "por"),
                                rule("st-country", "SE"),
                                Map.of("type", "mark-stale", "flag", "st-attributes"))));

        assertThat(change.path("warnings").toString())
                .isEqualTo(
                        "[\"The rule \\\"st-plan\\\" of \\\"st-attributes\\\" in production compares \\\"st-plan\\\" with"
                                + " \\\"por\\\", which is none of its values: free, pro\"]");
        assertThat(here.lines("attributes", "list"))
                .anyMatch(line -> line.matches("st-plan +project +string +free, pro"))
                .anyMatch(line -> line.matches("st-country +used"))
                .anyMatch(line -> line.matches("targetingKey +standard +string .*"));
        assertThat(here.lines("attributes", "delete", "st-plan")).containsExactly("Deleted the attribute st-plan.");
        assertThat(here.lines("attributes", "list")).anyMatch(line -> line.matches("st-plan +used"));

        JsonNode flag = hub.get(project + "/flags/st-attributes");
        assertThat(flag.path("staleness").asText()).isEqualTo("stale");
        assertThat(flag.path("staleReasons").toString()).isEqualTo("[\"marked\"]");
        assertThat(hub.get(project + "/flags?stale=true&q=st-attributes")
                        .at("/items/0/stale")
                        .asBoolean())
                .isTrue();
        assertThat(isExportedAsStale("st-attributes")).isTrue();
        hub.put(project + "/flags/st-attributes", Map.of("stale", false));
        assertThat(hub.get(project + "/flags/st-attributes").path("staleness").asText())
                .isEqualTo("active");
        assertThat(isExportedAsStale("st-attributes")).isFalse();
    }

    private boolean isExportedAsStale(String flag) {
        for (JsonNode feature :
                hub.get(project + "/environments/production/exports/unleash").path("features")) {
            if (feature.path("name").asText().equals(flag)) {
                return feature.path("stale").asBoolean();
            }
        }
        throw new AssertionError(flag + " is not exported");
    }

    private static Map<String, Object> rule(String attribute, String value) {
        return Map.of(
                "type",
                "add-rule",
                "flag",
                "st-attributes",
                "definition",
                Map.of(
                        "name",
                        attribute,
                        "condition",
                        Map.of("attribute", attribute, "operator", "IN", "values", List.of(value)),
                        "outcome",
                        Map.of("serve", "on")));
    }
}
