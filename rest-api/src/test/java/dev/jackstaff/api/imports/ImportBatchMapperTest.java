package dev.jackstaff.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jackstaff.api.problem.Problem;
import dev.jackstaff.api.problem.ProblemException;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.imports.ImportBatch;
import dev.jackstaff.domain.imports.ImportOutcome;
import dev.jackstaff.domain.imports.ImportResult;
import dev.jackstaff.domain.imports.boundary.ImportReport;
import dev.jackstaff.protocols.unleash.conversion.UnleashConversion;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        ImportReport done = new ImportReport(
                Map.of(),
                Map.of(new FlagKey("plain"), ImportResult.of(ImportOutcome.CREATED)),
                List.of(new FlagKey("not-there")));

        ImportReportResponse report = ImportReportResponse.of(form, done, false);

        assertThat(report.flags()).extracting(ImportItemResponse::outcome).containsExactly("taken", "lost");
        assertThat(report.flags()).extracting(ImportItemResponse::change).containsExactly("created", null);
        assertThat(report.taken()).isEqualTo(1);
        assertThat(report.lost()).isEqualTo(1);
        assertThat(report.absent()).containsExactly("not-there");
    }

    @Test
    void flagThatTheProjectRefusesIsLostAndOneThatItChangesIsChanged() {
        assertThat(reported(ImportResult.refused(true, "it is archived"))).satisfies(flag -> {
            assertThat(flag.outcome()).isEqualTo("lost");
            assertThat(flag.change()).isNull();
            assertThat(flag.notes()).containsExactly("It stays as it was: it is archived.");
        });
        assertThat(reported(new ImportResult(ImportOutcome.UPDATED, List.of("It differs."))))
                .satisfies(flag -> {
                    assertThat(flag.outcome()).isEqualTo("changed");
                    assertThat(flag.change()).isEqualTo("updated");
                    assertThat(flag.notes()).containsExactly("It differs.");
                });
    }

    private ImportItemResponse reported(ImportResult result) {
        ImportReport done = new ImportReport(Map.of(), Map.of(new FlagKey("plain"), result), List.of());
        return ImportReportResponse.of(form, done, false).flags().get(0);
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"features":[{"name":"a","type":"release"}],"featureStrategies":[]} | an export of Unleash's admin pages
            {"version":4,"features":[],"featureEnvironments":[]} | an export of Unleash's admin pages
            {"version":2,"features":[{"name":"a","environments":[]}]} | a list of features of Unleash's admin API
            {"toggles":[]} | an answer of Unleash's frontend API, evaluated for one user
            {"events":[{"type":"hydration"}]} | a list of changes of Unleash's delta or event API
            {"name":"a","enabled":true,"strategies":[]} | one feature of Unleash
            {"api_key":"k","feature_states":[]} | an environment document of Flagsmith
            [{"feature":{},"feature_state_value":1}] | an answer of Flagsmith's API, evaluated for one user or environment
            {"flags":[],"traits":[]} | an answer of Flagsmith's API, evaluated for one user or environment
            [{"name":"a","default_enabled":true}] | a list of features of Flagsmith
            {"status":200,"features":{"a":{}}} | a document of GrowthBook
            {"$schema":"x","flags":{"a":{}}} | a document of LaunchDarkly or flagd
            {"splits":[]} | a document of Split
            {"flags":[{"key":"a"}]} | a list of flags, as OFREP answers it
            {"format":1,"environmentId":"e","flags":[]} | a snapshot of Jackstaff
            """)
    void wellKnownDocumentThatIsNotWantedIsNamed(String document, String name) {
        assertThat(refusal(document).detail())
                .isEqualTo("this is " + name
                        + "; an import reads the answer of Unleash's GET /api/client/features to a backend token");
    }

    private static Problem refusal(String document) {
        return catchThrowableOfType(ProblemException.class, () -> ImportBodyReader.read(stream(document)))
                .problem();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
