package dev.jackstaff.cli.management;

import dev.jackstaff.cli.terminal.PrintableText;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a change did, as lines for people: each instruction in a sentence, then the fields that differ. */
final class ChangeText {
    /** The resource of an effect that concerns one environment only. */
    private static final String IN_ENVIRONMENT = "flag state";

    private ChangeText() {}

    static List<String> of(JsonObject result) {
        List<String> lines = new ArrayList<>();
        result.getJsonArray("sentences").getValuesAs(JsonString.class).stream()
                .map(sentence -> PrintableText.of(sentence.getString()))
                .forEach(lines::add);
        List<String> fields = result.getJsonArray("effects").getValuesAs(JsonObject.class).stream()
                .flatMap(ChangeText::fields)
                .toList();
        lines.addAll(fields);
        if (result.getBoolean("dryRun", false)) {
            lines.add("Nothing was changed, because this is a dry run.");
        } else if (fields.isEmpty()) {
            lines.add("Nothing was changed: it was so already.");
        } else {
            lines.add(revisions(result));
        }
        return lines;
    }

    private static Stream<String> fields(JsonObject effect) {
        String subject = "  " + AuditCommand.subject(effect) + ",";
        return FieldChange.between(effect.get("before"), effect.get("after")).stream()
                .map(field -> PrintableText.of(subject + " " + field.sentence()));
    }

    /** The revisions that the change has raised, of those that the answer names. */
    private static String revisions(JsonObject result) {
        boolean shared = result.getJsonArray("effects").getValuesAs(JsonObject.class).stream()
                .anyMatch(effect -> !effect.getString("resource", "").equals(IN_ENVIRONMENT));
        String named = Stream.of(
                        result.containsKey("revision") ? "revision " + Column.text(result.get("revision")) : "",
                        shared ? "project revision " + Column.text(result.get("projectRevision")) : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? "Changed." : "Changed: " + named + ".";
    }
}
