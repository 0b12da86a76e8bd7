package dev.jackstaff.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jackstaff.api.problem.Problem;
import dev.jackstaff.api.problem.ProblemException;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.imports.ImportOutcome;
import dev.jackstaff.domain.imports.boundary.ImportBatch;
import dev.jackstaff.domain.imports.boundary.ImportReport;
import dev.jackstaff.protocols.unleash.conversion.UnleashConversion;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportBatchMapperTest {
    private static final String DOCUMENT =
            """
            {"version": 2, "features": [
              {"name": "plain", "type": "kill-switch", "enabled": true, "description": "d", "strategies": []},
              {"name": "not a key", "enabled": true, "strategies": []}],
             "segments": [{"id": 1, "constraints": []}]}
            """;

    private final UnleashConversion form = UnleashConversion.of(ImportBodyReader.read(stream(DOCUMENT)));

    @Test
    void whatIsLostIsLeftOut() {
        ImportBatch batch = ImportBatchMapper.of(form);

        assertThat(batch.flags()).singleElement().satisfies(flag -> {
            assertThat(flag.key()).isEqualTo(new FlagKey("plain"));
            assertThat(flag.details().kind()).isEqualTo(FlagKind.KILL_SWITCH);
            assertThat(flag.details().description()).isEqualTo("d");
            assertThat(flag.state().enabled()).isTrue();
        });
        assertThat(batch.segments()).hasSize(1);
    }

    @Test
    void reportSaysWhatBecameOfEachFlag() {
        ImportReport done = new ImportReport(Map.of(), Map.of(new FlagKey("plain"), ImportOutcome.CREATED));

        ImportReportResponse report = ImportReportResponse.of(form, done, false);

        assertThat(report.flags()).extracting(ImportItemResponse::outcome).containsExactly("taken", "lost");
        assertThat(report.flags()).extracting(ImportItemResponse::change).containsExactly("created", null);
        assertThat(report.taken()).isEqualTo(1);
        assertThat(report.lost()).isEqualTo(1);
    }

    @Test
    void truncatedDocumentIsRefusedWithItsPlace() {
        Problem problem = refusal(DOCUMENT.substring(0, 80));

        assertThat(problem.type()).endsWith("/malformed-request");
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.detail()).contains("line 2");
    }

    @Test
    void documentOfAnotherShapeIsRefusedWithItsPath() {
        Problem problem = refusal("{\"version\":1,\"features\":[{\"name\":\"a\",\"enabled\":\"yes\"}]}");

        assertThat(problem.detail()).startsWith("features[0].enabled: true or false expected");
    }

    private static Problem refusal(String document) {
        return catchThrowableOfType(ProblemException.class, () -> ImportBodyReader.read(stream(document)))
                .problem();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
