package dev.jackstaff.admin.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests of the texts that pages show as they are, without arguments. */
class PageTextsTest {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern TEXT = Pattern.compile("msg\\['([^']+)'\\]");
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.jackstaff.admin.messages", Locale.ROOT);

    @Test
    void eachTextIsThere() throws IOException {
        assertThat(keys()).hasSizeGreaterThan(200).allMatch(BUNDLE::containsKey);
    }

    @Test
    void noTextIsWrittenForArguments() throws IOException {
        assertThat(keys().map(BUNDLE::getString)).noneMatch(text -> text.contains("''"));
    }

    private static Stream<String> keys() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            List<String> keys = files.filter(file -> file.toString().endsWith(".xhtml"))
                    .map(PageTextsTest::read)
                    .flatMap(page -> TEXT.matcher(page).results().map(found -> found.group(1)))
                    .distinct()
                    .toList();
            return keys.stream();
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
