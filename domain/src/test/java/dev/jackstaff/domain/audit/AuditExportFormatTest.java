package dev.jackstaff.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuditExportFormatTest {
    private static final Seal SEAL = new Seal(7, 12, "d1", "p1", "h1", "k1", Instant.parse("2026-11-30T10:00:00.5Z"));

    @Test
    void aLineOfJsonIsTheCanonicalFormWithTheSealBehindIt() {
        AuditEntryView entry = entry("the \"sale\"\n", "{\"a\": 1.50}");

        String line = AuditExportFormat.JSONL.line(entry, SEAL);

        assertThat(line)
                .isEqualTo(
                        "{\"id\":12,\"at\":\"2026-11-30T10:00:00Z\",\"actor\":\"ada@example.org\",\"actorKind\":\"user\","
                                + "\"onBehalfOf\":\"\",\"channel\":\"api\",\"address\":\"192.0.2.7\",\"requestId\":\"r\",\"changeId\":3,"
                                + "\"action\":\"updated\",\"resource\":\"flag\",\"key\":\"f\",\"project\":\"shop\",\"environment\":\"\","
                                + "\"reason\":\"the \\\"sale\\\"\\n\",\"ticket\":\"\",\"instructions\":null,\"before\":null,"
                                + "\"after\":{\"a\": 1.50},\"seal\":{\"sequence\":7,\"digest\":\"d1\",\"previous\":\"p1\",\"hash\":\"h1\","
                                + "\"key\":\"k1\",\"sealedAt\":\"2026-11-30T10:00:00.500Z\"}}\n");
        assertThat(line.substring(0, line.lastIndexOf(",\"seal\":")) + "}").isEqualTo(AuditText.of(entry));
    }

    @Test
    void aLineOfCommasQuotesAndRunsNoFormula() {
        assertThat(AuditExportFormat.CSV.line(entry("=1+1,\"x\"", "{}"), SEAL))
                .isEqualTo(
                        "7,12,2026-11-30T10:00:00Z,\"ada@example.org\",\"user\",,\"api\",\"192.0.2.7\",\"r\",3,\"updated\","
                                + "\"flag\",\"f\",\"shop\",,\"'=1+1,\"\"x\"\"\",,,,\"{}\",h1\r\n");
        assertThat(AuditExportFormat.CSV.header().split(",", -1)).hasSize(21);
    }

    private static AuditEntryView entry(String reason, String after) {
        return new AuditEntryView(
                12,
                Instant.parse("2026-11-30T10:00:00Z"),
                "ada@example.org",
                "user",
                "",
                "api",
                "192.0.2.7",
                "r",
                3,
                "updated",
                "flag",
                "f",
                "shop",
                "",
                reason,
                "",
                null,
                null,
                after);
    }
}
