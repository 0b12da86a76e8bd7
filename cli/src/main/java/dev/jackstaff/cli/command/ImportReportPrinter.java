package dev.jackstaff.cli.command;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * The printer of an import report: the flags and segments that were changed or lost, with their notes; then the reasons
 * and the counts.
 *
 * @param all whether flags and segments that were taken as they are get a line too
 */
record ImportReportPrinter(JsonObject report, boolean all) {
    private static final int MIN_WIDTH = 10;
    private static final int MAX_ABSENT = 10;

    void print(PrintStream out) {
        List<JsonObject> flags = listed("flags");
        List<JsonObject> segments = listed("segments");
        int width = Math.max(
                MIN_WIDTH,
                flags.stream().mapToInt(flag -> key(flag).length()).max().orElse(0));
        flags.forEach(flag -> print(out, flag, width));
        if (!segments.isEmpty()) {
            out.println();
            out.println("Segments:");
            segments.forEach(segment -> print(out, segment, width));
        }
        ReportReasons reasons = new ReportReasons();
        flags.forEach(flag -> reasons.add(texts(flag, "notes")));
        reasons.print(out);
        printWhole(out);
        out.println();
        out.println(summary());
    }

    private static void print(PrintStream out, JsonObject entry, int width) {
        out.println(String.format(Locale.ROOT, "%-" + width + "s  %s", key(entry), entry.getString("outcome", "")));
        texts(entry, "notes").forEach(note -> out.println(" ".repeat(width + 2) + "- " + note));
    }

    /** Prints what concerns the document and the project as a whole. */
    private void printWhole(PrintStream out) {
        List<String> notes = texts(report, "notes");
        List<String> absent = texts(report, "absent");
        if (!notes.isEmpty() || !absent.isEmpty()) {
            out.println();
        }
        notes.forEach(out::println);
        if (!absent.isEmpty()) {
            int shown = all ? absent.size() : Math.min(MAX_ABSENT, absent.size());
            out.println("Not in the document, left as they are: " + String.join(", ", absent.subList(0, shown))
                    + (shown < absent.size() ? " and " + (absent.size() - shown) + " more" : "") + ".");
        }
    }

    private String summary() {
        boolean dryRun = report.getBoolean("dryRun", false);
        return entries("flags").size() + " flags: " + report.getInt("taken", 0) + " taken, "
                + report.getInt("changed", 0) + " changed, " + report.getInt("lost", 0) + " lost"
                + (dryRun ? ". Nothing was imported, because this is a dry run." : "");
    }

    private List<JsonObject> listed(String member) {
        return entries(member).stream()
                .filter(entry -> all || !entry.getString("outcome", "").equals("taken"))
                .toList();
    }

    private List<JsonObject> entries(String member) {
        JsonArray entries = report.getJsonArray(member);
        return entries == null ? List.of() : entries.getValuesAs(JsonObject.class);
    }

    private static List<String> texts(JsonObject object, String member) {
        JsonArray texts = object.getJsonArray(member);
        return texts == null
                ? List.of()
                : texts.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList();
    }

    private static String key(JsonObject entry) {
        return entry.getString("key", entry.getString("name", "?"));
    }
}
