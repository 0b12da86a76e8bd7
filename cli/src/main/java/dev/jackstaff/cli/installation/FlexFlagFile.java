package dev.jackstaff.cli.installation;

import dev.jackstaff.cli.terminal.CommandFailedException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** FlexFlag's {@code config.yaml}: sections with a value on each line. That is all of YAML that it uses. */
final class FlexFlagFile {
    private static final Set<String> SECTIONS = Set.of("server", "database", "redis", "auth", "logging");
    private static final Pattern SECTION = Pattern.compile("(\\w+):");
    private static final Pattern VALUE = Pattern.compile("[ \\t]+(\\w+):[ \\t]*(.*)");
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#[^\"']*$");

    private FlexFlagFile() {}

    /**
     * The values by names such as {@code server.port}; none if the file has other sections, because then it is another
     * program's.
     */
    static Map<String, String> values(Path file, String yaml) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> sections = new LinkedHashSet<>();
        String section = "";
        String wrong = "";
        int number = 0;
        for (String raw : yaml.lines().toList()) {
            number++;
            String line = COMMENT.matcher(raw).replaceAll("").stripTrailing();
            Matcher begin = SECTION.matcher(line);
            Matcher value = VALUE.matcher(line);
            if (begin.matches()) {
                section = begin.group(1);
                sections.add(section);
            } else if (value.matches() && !section.isEmpty()) {
                values.put(section + "." + value.group(1), unquoted(value.group(2)));
            } else if (!line.isBlank() && !line.equals("---") && wrong.isEmpty()) {
                wrong = "line " + number + ": " + line.strip();
            }
        }
        if (sections.isEmpty() || !SECTIONS.containsAll(sections) || !sections.contains("database")) {
            return Map.of();
        }
        if (!wrong.isEmpty()) {
            throw new CommandFailedException(file.toAbsolutePath() + " is not understood, " + wrong);
        }
        return values;
    }

    private static String unquoted(String value) {
        int last = value.length() - 1;
        boolean quoted = last > 0 && value.charAt(0) == value.charAt(last) && "\"'".indexOf(value.charAt(0)) >= 0;
        return quoted ? value.substring(1, last) : value;
    }
}
