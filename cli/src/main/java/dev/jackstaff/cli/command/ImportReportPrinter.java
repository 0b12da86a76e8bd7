package dev.jackstaff.cli.command;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The printer of an import report: one line for each flag and segment, with notes below. */
record ImportReportPrinter(JsonObject report) {
    private static final int MIN_WIDTH = 10;

    void print(PrintStream out) {
        List<JsonObject> flags = entries("flags");
        List<JsonObject> segments = entries("segments");
        int width = Math.max(
                MIN_WIDTH,
                flags.stream().mapToInt(flag -> key(flag).length()).max().orElse(0));
        flags.forEach(flag -> print(out, flag, width));
        if (!segments.isEmpty()) {
            out.println();
            out.println("Segments:");
            segments.forEach(segment -> print(out, segment, width));
        }
        out.println();
        out.println(flags.size() + " flags: " + report.getInt("taken", 0) + " taken, " + report.getInt("changed", 0)
                + " changed, " + report.getInt("lost", 0) + " lost");
    }

    private static void print(PrintStream out, JsonObject entry, int width) {
        out.println(String.format(Locale.ROOT, "%-" + width + "s  %s", key(entry), entry.getString("outcome", "")));
        JsonArray notes = entry.getJsonArray("notes");
        if (notes != null) {
            notes.forEach(note -> out.println(" ".repeat(width + 2) + "- " + text(note)));
        }
    }

    private List<JsonObject> entries(String member) {
        JsonArray entries = report.getJsonArray(member);
        return entries == null ? List.of() : entries.getValuesAs(JsonObject.class);
    }

    private static String key(JsonObject entry) {
        return entry.getString("key", entry.getString("name", "?"));
    }

    private static String text(JsonValue note) {
        return note instanceof JsonString string ? string.getString() : note.toString();
    }
}
