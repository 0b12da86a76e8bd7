package dev.jackstaff.cli.command;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Pattern;

/** The reasons in a report, counted: notes that differ only in what they quote are one reason. Not thread-safe. */
final class ReportReasons {
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"( \\([^)]*\\))?(, \"[^\"]*\"( \\([^)]*\\))?)*");

    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /** Counts the notes of one flag. */
    void add(List<String> notes) {
        notes.stream()
                .map(note -> QUOTED.matcher(note).replaceAll("\"…\""))
                .distinct()
                .forEach(reason -> counts.merge(reason, 1, Integer::sum));
    }

    /** Prints the reasons, the most frequent first; nothing if there are none. */
    void print(PrintStream out) {
        if (counts.isEmpty()) {
            return;
        }
        out.println();
        out.println("Reasons, with the number of flags:");
        counts.entrySet().stream()
                .sorted(Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> out.println(String.format(Locale.ROOT, "%5d  %s", entry.getValue(), entry.getKey())));
    }
}
