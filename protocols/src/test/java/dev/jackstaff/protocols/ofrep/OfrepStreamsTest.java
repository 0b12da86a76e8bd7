package dev.jackstaff.protocols.ofrep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.Caller;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.Served;
import dev.jackstaff.protocols.ServedEnvironment;
import dev.jackstaff.protocols.stream.EnvironmentStream;
import dev.jackstaff.protocols.stream.StreamEndpoint.Opened;
import dev.jackstaff.protocols.stream.StreamEndpoint.Request;
import dev.jackstaff.protocols.usage.Usage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OfrepStreamsTest {
    private static final String EVENT = "event: message\ndata: {\"type\":\"refetchEvaluation\",\"etag\":";
    private final LiveEnvironments environments = new LiveEnvironments();
    private final OfrepStreams streams = new OfrepStreams(environments);

    @BeforeEach
    void serve() {
        environments.complete();
        environments.serve(Served.demoAt(7, Served.serving("plain", Value.of(true))));
    }

    @Test
    void theAddressInABulkAnswerIsEnoughToListen() {
        byte[] bulk = new Ofrep(environments, new Usage())
                .evaluateAll(Caller.with(Served.CLIENT_KEY), () -> new byte[0], null, null)
                .body();
        Matcher address = Pattern.compile("\"requestUri\":\"/ofrep/v1/stream\\?environment=([^&]+)&ticket=([^\"]+)\"")
                .matcher(text(bulk));

        assertThat(address.find()).isTrue();
        EnvironmentStream stream =
                listening(open(Map.of(), Map.of("environment", address.group(1), "ticket", address.group(2))));
        assertThat(text(stream.opening(now()))).contains("id: 7\n" + EVENT + "\"\\\"7\\\"\"");
    }

    @Test
    void eachRevisionIsToldOnce() {
        EnvironmentStream stream = listening(open(Map.of("Authorization", Served.SERVER_KEY), Map.of()));

        assertThat(text(stream.opening(now()))).contains("id: 7\n");
        assertThat(stream.news(now())).isEmpty();
        environments.serve(Served.demoAt(9, Served.serving("plain", Value.of(false))));
        assertThat(text(stream.news(now()))).startsWith("id: 9\n").endsWith("\n\n");
    }

    @Test
    void whoComesBackUpToDateIsToldNothing() {
        EnvironmentStream stream =
                listening(open(Map.of("Authorization", Served.SERVER_KEY, "Last-Event-ID", "7"), Map.of()));

        assertThat(text(stream.opening(now()))).doesNotContain("data:");
        assertThat(stream.news(now())).isEmpty();
    }

    @Test
    void aRevokedKeyListensNoLonger() {
        EnvironmentStream withKey = listening(open(Map.of("X-API-Key", Served.SERVER_KEY), Map.of()));
        String[] address = OfrepStreams.address(
                        now(), now().snapshot().credentials().get(0))
                .split("[=&]", -1);
        EnvironmentStream withTicket =
                listening(open(Map.of(), Map.of("environment", address[1], "ticket", address[3])));

        Snapshot now = now().snapshot();
        environments.serve(new Snapshot(
                now.project(),
                now.environment(),
                now.environmentId(),
                8,
                now.changedAt(),
                now.flags(),
                now.segments(),
                List.of()));

        assertThat(withKey.admitted()).isFalse();
        assertThat(withTicket.admitted()).isFalse();
    }

    @Test
    void whoHasNothingToShowIsRefused() {
        assertThat(refusal(open(Map.of(), Map.of()))).isEqualTo(401);
        assertThat(refusal(open(Map.of(), Map.of("environment", "demo/production", "ticket", "forged"))))
                .isEqualTo(401);
        assertThat(refusal(open(Map.of(), Map.of("environment", "nowhere", "ticket", "forged"))))
                .isEqualTo(401);
        assertThat(streams.open(new Request("/elsewhere", name -> null, name -> null)))
                .isEmpty();
    }

    private Opened open(Map<String, String> headers, Map<String, String> parameters) {
        return streams.open(new Request("/ofrep/v1/stream", headers::get, parameters::get))
                .orElseThrow();
    }

    private static EnvironmentStream listening(Opened opened) {
        return (EnvironmentStream) ((Opened.Listening) opened).stream();
    }

    private static int refusal(Opened opened) {
        return ((Opened.Answered) opened).reply().status();
    }

    private ServedEnvironment now() {
        return Objects.requireNonNull(environments.environment("demo/production"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
