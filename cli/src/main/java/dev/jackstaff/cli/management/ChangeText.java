package dev.jackstaff.cli.management;

import dev.jackstaff.cli.terminal.PrintableText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a change did, as lines for people: each instruction in a sentence, the fields that differ, and whom it moves. */
final class ChangeText {
    /** The resource of an effect that concerns one environment only. */
    private static final String IN_ENVIRONMENT = "flag state";

    private ChangeText() {}

    static List<String> of(JsonObject result) {
        List<String> lines = new ArrayList<>();
        result.getJsonArray("sentences").getValuesAs(JsonString.class).stream()
                .map(sentence -> PrintableText.of(sentence.getString()))
                .forEach(lines::add);
        List<String> fields = effects(result).flatMap(ChangeText::fields).toList();
        lines.addAll(fields);
        lines.addAll(MovementText.of(result));
        warnings(result).forEach(lines::add);
        if (result.getBoolean("dryRun", false)) {
            lines.add("Nothing was changed, because this is a dry run.");
        } else if (fields.isEmpty()) {
            lines.add("Nothing was changed: it was so already.");
        } else {
            lines.add(revisions(result));
        }
        return lines;
    }

    /** What people should look at. Older hubs warn of nothing. */
    private static Stream<String> warnings(JsonObject result) {
        JsonArray warnings = result.getJsonArray("warnings");
        return warnings == null
                ? Stream.empty()
                : warnings.getValuesAs(JsonString.class).stream()
                        .map(warning -> "Warning: " + PrintableText.of(warning.getString()));
    }

    private static Stream<JsonObject> effects(JsonObject result) {
        return result.getJsonArray("effects").getValuesAs(JsonObject.class).stream();
    }

    private static Stream<String> fields(JsonObject effect) {
        String environment = effect.getString("environment", "");
        String place = environment.isEmpty() ? "" : " in " + environment;
        String subject = "  " + AuditCommand.subject(effect) + place + ",";
        return FieldChange.between(effect.get("before"), effect.get("after")).stream()
                .map(field -> PrintableText.of(subject + " " + field.sentence()));
    }

    /** The revisions that the change has raised, of those that the answer names. */
    private static String revisions(JsonObject result) {
        List<String> named = new ArrayList<>();
        effects(result)
                .filter(ChangeText::isInEnvironment)
                .map(effect -> effect.getString("environment", ""))
                .distinct()
                .map(environment -> revision(result, environment))
                .filter(Objects::nonNull)
                .forEach(named::add);
        if (!effects(result).allMatch(ChangeText::isInEnvironment)) {
            named.add("project revision " + Column.text(result.get("projectRevision")));
        }
        return named.isEmpty() ? "Changed." : "Changed: " + PrintableText.of(String.join(", ", named)) + ".";
    }

    private static boolean isInEnvironment(JsonObject effect) {
        return effect.getString("resource", "").equals(IN_ENVIRONMENT);
    }

    /** The revision of an environment. Hubs that do not name the environment of an effect name one revision. */
    private static @Nullable String revision(JsonObject result, String environment) {
        JsonValue revision = environment.isEmpty()
                ? result.get("revision")
                : result.get("revisions") instanceof JsonObject revisions ? revisions.get(environment) : null;
        if (revision == null) {
            return null;
        }
        return "revision " + Column.text(revision) + (environment.isEmpty() ? "" : " of " + environment);
    }
}
