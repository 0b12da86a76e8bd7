package dev.jackstaff.edge.upstream.flagsmith;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of Python's {@code datetime.fromisoformat}, which Flagsmith's Edge Proxy uses. */
class UpdatedAtTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "2024-02-27T10:15:30.123456Z; 2024-02-27T10:15:30.123456Z",
                "2024-02-27T10:15:30.123456+00:00; 2024-02-27T10:15:30.123456Z",
                "2024-02-27 10:15:30+02:00; 2024-02-27T08:15:30Z",
                "2024-02-27T10:15:30-0130; 2024-02-27T11:45:30Z",
                "2024-02-27T10:15:30+01:00:30; 2024-02-27T09:15:00Z",
                "2024-02-27T10:15:30; 2024-02-27T10:15:30Z",
                "2024-02-27T10:15; 2024-02-27T10:15:00Z",
                "2024-02-27T10; 2024-02-27T10:00:00Z",
                "2024-02-27; 2024-02-27T00:00:00Z",
                "20240227T101530,5Z; 2024-02-27T10:15:30.500Z",
                "2024-W09-2T10:15:30Z; 2024-02-27T10:15:30Z",
                "2024W09; 2024-02-26T00:00:00Z",
                "1969-07-20T20:17:40Z; 1969-07-20T20:17:40Z",
                "0001-01-01T00:00:00Z; 0001-01-01T00:00:00Z"
            },
            delimiter = ';')
    void readsWhatTheProxyReads(String text, Instant expected) {
        assertThat(UpdatedAt.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2024-02-30T00:00:00Z",
                "2024-13-01",
                "2024-02-27T25:00:00Z",
                "2024-02-27T10:15:30 Z",
                "2024-02-27T10:15:30Zx",
                "2024-W60-1",
                "1709028930"
            })
    void readsNothingElse(String text) {
        assertThat(UpdatedAt.parse(text)).isEmpty();
    }
}
