package dev.jackstaff.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The bound on the length of a class. The page about the architecture lists the classes above it, each with its reason. */
class ClassSizeTest {
    private static final int MAX_LINES = 250;
    private static final int MAX_EXCEPTIONS = 10;
    private static final int FLOOR = 700;
    private static final String HEADING = "## Classes above 250 lines";
    private static final Pattern ENTRY = Pattern.compile("- `(\\w+)`: \\S.*");

    @Test
    void onlyClassesListedWithAReasonAreAboveTheBound() {
        List<Path> files = Sources.files();

        List<String> above = files.stream()
                .filter(file -> Sources.lines(file).size() > MAX_LINES)
                .map(Sources::typeName)
                .toList();

        assertThat(files).hasSizeGreaterThan(FLOOR);
        assertThat(listed()).containsExactlyInAnyOrderElementsOf(above);
    }

    @Test
    void fewClassesAreListed() {
        assertThat(listed()).hasSizeLessThanOrEqualTo(MAX_EXCEPTIONS);
    }

    private static List<String> listed() {
        List<String> page = Sources.architecturePage();
        assertThat(page).contains(HEADING);
        return page.stream()
                .skip(page.indexOf(HEADING) + 1L)
                .takeWhile(line -> !line.startsWith("#"))
                .map(ENTRY::matcher)
                .filter(Matcher::matches)
                .map(entry -> entry.group(1))
                .toList();
    }
}
