package dev.jackstaff.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A recorded text that what is observed must equal. {@code -Djackstaff.surface.record=true} writes it anew instead.
 *
 * @param name of the file, without its ending
 */
record GoldenFile(String name) {
    /** What the titles of sections begin with; a text without any is one section. */
    static final String SECTION = "### ";

    private static final Path DIRECTORY = Path.of("src/test/resources/surface").toAbsolutePath();
    private static final boolean RECORDING = Boolean.getBoolean("jackstaff.surface.record");
    private static final int MOST_DIFFERENCES = 200;

    /** Compares, or records; a failure shows the sections that differ, line by line. */
    void check(String observed) {
        Path file = DIRECTORY.resolve(name + ".txt");
        String text = observed.stripTrailing() + "\n";
        try {
            if (RECORDING) {
                Files.writeString(file, text);
                return;
            }
            String recorded = Files.readString(file);
            if (!recorded.equals(text)) {
                throw new AssertionError(name + ".txt is not what is observed (- recorded, + observed):\n"
                        + String.join("\n", differences(recorded, text)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> differences(String recorded, String observed) {
        Map<String, List<String>> before = sections(recorded);
        Map<String, List<String>> after = sections(observed);
        Set<String> titles = new LinkedHashSet<>(before.keySet());
        titles.addAll(after.keySet());
        List<String> differences = new ArrayList<>();
        for (String title : titles) {
            List<String> was = before.getOrDefault(title, List.of());
            List<String> is = after.getOrDefault(title, List.of());
            if (!was.equals(is)) {
                differences.add(title.isEmpty() ? "(lines, or their order)" : title);
                was.stream().filter(line -> !is.contains(line)).forEach(line -> differences.add("- " + line));
                is.stream().filter(line -> !was.contains(line)).forEach(line -> differences.add("+ " + line));
            }
        }
        return differences.isEmpty()
                ? List.of("the order of the sections")
                : differences.subList(0, Math.min(differences.size(), MOST_DIFFERENCES));
    }

    private static Map<String, List<String>> sections(String text) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        String title = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith(SECTION)) {
                title = line;
            }
            sections.computeIfAbsent(title, none -> new ArrayList<>()).add(line);
        }
        return sections;
    }
}
