package dev.jackstaff.domain.audit.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.audit.AuditAnchor;
import dev.jackstaff.domain.audit.Seal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorFileTest {
    private final AnchorFile file = new AnchorFile();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void whatIsWrittenIsReadAgainAndOtherLinesAreLeftOut() throws IOException {
        Path path = directory.resolve("anchors");
        file.configure(path.toString());

        file.append(seal(7));
        Files.writeString(path, "a remark of somebody\n", StandardOpenOption.APPEND);
        file.append(seal(9));

        assertThat(file.read()).containsExactly(AuditAnchor.of(seal(7)), AuditAnchor.of(seal(9)));
        assertThat(Files.readAllLines(path).get(0)).startsWith("2026-11-30T10:00:00Z 7 ");
    }

    @Test
    void withoutAFileNothingIsWrittenOrRead() {
        file.configure("");

        file.append(seal(1));

        assertThat(file.read()).isEmpty();
    }

    private static Seal seal(long sequence) {
        return new Seal(
                sequence, 1, "d", "p", "ab".repeat(32), "0123456789abcdef", Instant.parse("2026-11-30T10:00:00Z"));
    }
}
