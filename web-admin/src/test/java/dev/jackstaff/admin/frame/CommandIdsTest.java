package dev.jackstaff.admin.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests that each command of a page has an id of its own. An id that Faces counts may be another one when the page is built
 * again for a form, and then the command is not carried out.
 */
class CommandIdsTest {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern COMMAND =
            Pattern.compile("<(?:p:remoteCommand|p:commandButton|h:commandButton)\\b[^>]*>");

    @Test
    void eachCommandHasAnId() throws IOException {
        List<String> commands = commands();

        assertThat(commands).hasSizeGreaterThan(20).allMatch(command -> command.contains(" id=\""));
    }

    private static List<String> commands() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .map(CommandIdsTest::read)
                    .flatMap(page -> COMMAND.matcher(page).results().map(MatchResult::group))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
