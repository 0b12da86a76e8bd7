package dev.jackstaff.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.protocols.settings.EdgeSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsRulesTest {
    @Test
    void pagesMayDoWhatTheProtocolsNeed() {
        CorsRules rules = CorsRules.of(EdgeSettings.of(Map.of()));

        assertThat(rules.allowedMethods()).isEqualTo("GET, HEAD, POST, DELETE, OPTIONS");
        assertThat(rules.headersFor(null))
                .isEqualTo("Accept, Authorization, Cache-Control, Content-Type, If-None-Match,"
                        + " Flagsmith-Application-Name, Flagsmith-Application-Version, Flagsmith-SDK-User-Agent,"
                        + " Last-Event-ID, Unleash-AppName, Unleash-Connection-Id, Unleash-SDK, X-API-Key,"
                        + " X-Environment-Key");
        assertThat(rules.exposedHeaders())
                .isEqualTo("ETag, Retry-After, Jackstaff-Revision, Jackstaff-Snapshot-Age,"
                        + " X-Flagsmith-Document-Updated-At");
        assertThat(rules.maxAgeSeconds()).isEqualTo(172_800);
    }

    @Test
    void whatIsSetReplacesThat() {
        CorsRules rules = CorsRules.of(EdgeSettings.of(Map.of(
                "CORS_METHODS", "GET,POST",
                "CORS_ALLOWED_HEADERS", "authorization, x-mine",
                "CORS_EXPOSED_HEADERS", "*",
                "CORS_MAX_AGE", "60",
                "TOKEN_HEADER", "X-Token")));

        assertThat(rules.allowedMethods()).isEqualTo("GET, POST");
        assertThat(rules.headersFor(null)).isEqualTo("authorization, x-mine, X-Token");
        assertThat(rules.exposedHeaders()).isEqualTo("*");
        assertThat(rules.maxAgeSeconds()).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization,sentry-trace,baggage",
                "traceparent, tracestate",
                "x-unleash-appname,x-unleash-connection-id,unleash-sdk",
                "flagd-selector",
                "X-Datadog-Trace-Id"
            })
    void pagesMaySendWhateverTheirToolsAdd(String requested) {
        CorsRules rules = CorsRules.of(EdgeSettings.of(Map.of()));

        assertThat(rules.headersFor(requested)).isEqualTo(requested);
    }

    @Test
    void aListOfHeadersIsTheLimit() {
        CorsRules rules = CorsRules.of(EdgeSettings.of(Map.of("CORS_ALLOWED_HEADERS", "authorization")));

        assertThat(rules.headersFor("authorization,sentry-trace")).isEqualTo("authorization");
    }

    @Test
    void anyHeaderIsTheOnesThatAreAskedFor() {
        CorsRules rules = CorsRules.of(EdgeSettings.of(Map.of("CORS_ALLOWED_HEADERS", "*", "TOKEN_HEADER", "X-Token")));

        assertThat(rules.headersFor("authorization,x-mine")).isEqualTo("authorization,x-mine");
        assertThat(rules.headersFor(null)).isEqualTo("*");
    }
}
