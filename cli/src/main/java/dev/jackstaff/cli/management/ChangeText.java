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
        String subject = "  " + AuditCommand.subject(effect);
        return FieldChange.between(effect.get("before"), effect.get("after")).stream()
                .map(field -> PrintableText.of(subject + " " + field.sentence()));
    }

    private static String revisions(JsonObject result) {
        return Stream.of("revision", "projectRevision")
                .filter(result::containsKey)
                .map(member -> (member.equals("revision") ? "Revision " : "Project revision ")
                        + Column.text(result.get(member)))
                .collect(Collectors.joining(", ", "", "."));
    }
}
