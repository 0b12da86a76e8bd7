package dev.jackstaff.system;

import com.fasterxml.jackson.databind.JsonNode;

/** What {@code .jackstaff/quickstart.json} tells. */
record QuickstartFile(
        String hubUrl,
        String edgeUrl,
        String adminUrl,
        String adminEmail,
        String adminPassword,
        String project,
        String environment,
        String environmentId,
        String serverKey,
        String clientKey) {

    static QuickstartFile of(JsonNode json) {
        return new QuickstartFile(
                text(json, "hubUrl"),
                text(json, "edgeUrl"),
                text(json, "adminUrl"),
                text(json, "adminEmail"),
                text(json, "adminPassword"),
                text(json, "project"),
                text(json, "environment"),
                text(json, "environmentId"),
                text(json, "serverKey"),
                text(json, "clientKey"));
    }

    private static String text(JsonNode json, String member) {
        JsonNode value = json.get(member);
        if (value == null || !value.isTextual() || value.asText().isEmpty()) {
            throw new AssertionError("quickstart.json lacks \"" + member + "\"");
        }
        return value.asText();
    }
}
