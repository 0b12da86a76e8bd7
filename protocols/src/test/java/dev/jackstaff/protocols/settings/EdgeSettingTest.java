package dev.jackstaff.protocols.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documentation of each setting's names, in a row of its table. */
class EdgeSettingTest {
    private static final Path SETTINGS = Path.of("../docs/operations/edge.md");

    @ParameterizedTest
    @EnumSource
    void aSettingIsDocumentedWithItsOtherNames(EdgeSetting setting) throws IOException {
        List<String> rows = Files.readAllLines(SETTINGS).stream()
                .filter(row -> row.startsWith("| `" + setting.property() + "` |"))
                .toList();

        assertThat(rows).isNotEmpty();
        assertThat(setting.aliases())
                .extracting(alias -> "`" + alias.name() + "`")
                .allSatisfy(name -> assertThat(rows).anyMatch(row -> row.contains(name)));
    }
}
