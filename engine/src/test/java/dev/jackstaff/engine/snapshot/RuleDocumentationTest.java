package dev.jackstaff.engine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of rules on the page about evaluation, which people paste. */
class RuleDocumentationTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```json\n(.*?)```");

    @Test
    void everyExampleIsARule() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "evaluation.md"));

        List<String> examples = EXAMPLE.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring("```json".length(), block.length() - "```".length()))
                .toList();

        assertThat(examples).hasSizeGreaterThan(2);
        assertThat(examples)
                .allSatisfy(example -> assertThatCode(() -> DocumentReader.readWhole(example, DefinitionReader::rule))
                        .doesNotThrowAnyException());
    }
}
