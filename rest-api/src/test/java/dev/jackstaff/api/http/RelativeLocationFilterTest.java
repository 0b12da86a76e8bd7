package dev.jackstaff.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeLocationFilterTest {
    @ParameterizedTest
    @CsvSource({
        "http://x/api/docs/, /api/docs/",
        "https://hub.example:8443/openapi?format=JSON, /openapi?format=JSON",
        "http://evil/api/v1/projects/a%20b#c, /api/v1/projects/a%20b#c"
    })
    void onlyThePathIsLeft(String location, String relative) {
        assertThat(RelativeLocationFilter.relative(URI.create(location))).hasToString(relative);
    }
}
