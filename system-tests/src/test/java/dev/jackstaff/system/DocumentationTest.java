package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The form of the documentation: links that lead somewhere, and decision records with the same sections. */
class DocumentationTest {
    private static final Path ROOT =
            Path.of(System.getProperty("jackstaff.root", "..")).toAbsolutePath().normalize();
    private static final Path DECISIONS = ROOT.resolve("docs/decisions");

    /** A list of dependencies, which grows with them. */
    private static final String DEPENDENCIES = "0008-what-we-depend-on.md";

    private static final int LONGEST_DECISION = 40;

    private static final Pattern CODE = Pattern.compile("^```.*?^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

    @Test
    void thePagesAreFound() throws IOException {
        assertThat(pages()).hasSizeGreaterThan(25);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFileAndAHeading(Path page) throws IOException {
        List<String> broken = new ArrayList<>();
        for (String link : groups(LINK, prose(page))) {
            if (!link.contains("://") && !leadsSomewhere(page, link)) {
                broken.add(link);
            }
        }

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionHasAContextAChoiceWhatWasRejectedAndAConsequence(Path record) throws IOException {
        String number = record.getFileName().toString().substring(0, 4);

        List<String> headings = groups(HEADING, prose(record));

        assertThat(headings.get(0)).startsWith(number + ": ");
        assertThat(headings.subList(1, headings.size()))
                .containsExactly("Context", "Choice", "Rejected", "Consequence");
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionIsShort(Path record) throws IOException {
        if (!record.endsWith(DEPENDENCIES)) {
            assertThat(Files.readAllLines(record)).hasSizeLessThanOrEqualTo(LONGEST_DECISION);
        }
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> beside = Files.list(ROOT);
                Stream<Path> below = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(beside, below)
                    .filter(DocumentationTest::isPage)
                    .toList();
        }
    }

    static List<Path> decisions() throws IOException {
        try (Stream<Path> records = Files.list(DECISIONS)) {
            return records.filter(DocumentationTest::isPage).toList();
        }
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".md");
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        String path = link.replaceFirst("#.*", "");
        Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        int anchor = link.indexOf('#');
        return anchor < 0 || anchors(target).contains(link.substring(anchor + 1));
    }

    /** The anchors that GitHub gives to the headings of a page. */
    private static List<String> anchors(Path page) throws IOException {
        return groups(HEADING, prose(page)).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static String prose(Path page) throws IOException {
        return CODE.matcher(Files.readString(page)).replaceAll("");
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
