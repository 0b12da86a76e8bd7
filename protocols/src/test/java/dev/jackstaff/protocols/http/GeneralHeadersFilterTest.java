package dev.jackstaff.protocols.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.protocols.AdjustableClock;
import dev.jackstaff.protocols.settings.EdgeSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeneralHeadersFilterTest {
    private final AdjustableClock clock = new AdjustableClock();

    @Test
    void anAnswerIsForItsClientAlone() throws Exception {
        FakeResponse response = answer(Map.of());

        assertThat(response.getHeader("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(response.getHeader("Vary"))
                .isEqualTo("Accept-Encoding, Authorization, X-API-Key, X-Environment-Key");
    }

    @Test
    void everyHeaderThatMayChooseTheAnswerIsNamed() throws Exception {
        FakeResponse response = answer(Map.of(
                "jackstaff.edge.key.header", "X-Token",
                "jackstaff.edge.context.headers", "X-Country=country, X-Plan=plan"));

        assertThat(response.getHeader("Vary")).endsWith(", X-Token, X-Country, X-Plan");
    }

    @Test
    void everyAnswerHasADate() throws Exception {
        String first = answer(Map.of()).getHeader("Date");
        clock.pass(Duration.ofSeconds(1));
        String second = answer(Map.of()).getHeader("Date");

        assertThat(first).matches("[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT");
        assertThat(second).isNotEqualTo(first);
    }

    private FakeResponse answer(Map<String, String> settings) throws Exception {
        FakeResponse response = new FakeResponse();
        new GeneralHeadersFilter(clock, EdgeSettings.of(settings))
                .doFilter(FakeRequest.get("/api/v1/flags/"), response, (request, passed) -> {});
        return response;
    }
}
