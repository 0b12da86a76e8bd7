package dev.jackstaff.protocols.ofrep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.AdjustableClock;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.stream.EnvironmentStream;
import dev.jackstaff.protocols.stream.StreamEndpoint.OpenResult;
import dev.jackstaff.protocols.stream.StreamEndpoint.Request;
import dev.jackstaff.protocols.usage.UsageCounter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OfrepStreamEndpointTest {
    private static final String EVENT = "event: message\ndata: {\"type\":\"refetchEvaluation\",\"etag\":";
    private final AdjustableClock clock = new AdjustableClock();
    private final LiveEnvironments environments = new LiveEnvironments();
    private final OfrepStreamEndpoint streams = new OfrepStreamEndpoint(environments, clock);

    @BeforeEach
    void serve() {
        environments.markComplete();
        environments.serve(EnvironmentFixtures.demoAt(7, EnvironmentFixtures.serving("plain", Value.of(true))));
    }

    @Test
    void theAddressInABulkAnswerIsEnoughToListen() {
        byte[] bulk = new OfrepHandler(environments, new UsageCounter())
                .evaluateAll(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), () -> new byte[0], null, null)
                .body();
        Matcher address = Pattern.compile("\"requestUri\":\"/ofrep/v1/stream\\?environment=([^&]+)&ticket=([^\"]+)\"")
                .matcher(text(bulk));

        assertThat(address.find()).isTrue();
        EnvironmentStream stream =
                listening(open(Map.of(), Map.of("environment", address.group(1), "ticket", address.group(2))));
        assertThat(text(stream.initialEvents(now()))).contains("id: 7\n" + EVENT + "\"\\\"7\\\"\"");
    }

    @Test
    void eachRevisionIsToldOnce() {
        EnvironmentStream stream = listening(open(Map.of("Authorization", EnvironmentFixtures.SERVER_KEY), Map.of()));

        assertThat(text(stream.initialEvents(now()))).contains("id: 7\n");
        assertThat(stream.update(now())).isEmpty();
        environments.serve(EnvironmentFixtures.demoAt(9, EnvironmentFixtures.serving("plain", Value.of(false))));
        assertThat(text(stream.update(now()))).startsWith("id: 9\n").endsWith("\n\n");
    }

    @Test
    void whoComesBackUpToDateIsToldNothing() {
        EnvironmentStream stream = listening(
                open(Map.of("Authorization", EnvironmentFixtures.SERVER_KEY, "Last-Event-ID", "7"), Map.of()));

        assertThat(text(stream.initialEvents(now()))).doesNotContain("data:");
        assertThat(stream.update(now())).isEmpty();
    }

    @Test
    void aRevokedKeyListensNoLonger() {
        EnvironmentStream withKey = listening(open(Map.of("X-API-Key", EnvironmentFixtures.SERVER_KEY), Map.of()));
        String[] address = OfrepStreamEndpoint.address(
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

        assertThat(withKey.isAdmitted()).isFalse();
        assertThat(withTicket.isAdmitted()).isFalse();
    }

    @Test
    void theTicketOfAnExpiredKeyIsRefused() {
        Credential expired = new Credential(
                "short-lived",
                "0".repeat(64),
                Credential.Kind.CLIENT,
                clock.instant().plusSeconds(60));
        Snapshot now = now().snapshot();
        environments.serve(new Snapshot(
                now.project(),
                now.environment(),
                now.environmentId(),
                8,
                now.changedAt(),
                now.flags(),
                now.segments(),
                List.of(expired)));
        String[] address = OfrepStreamEndpoint.address(now(), expired).split("[=&]", -1);
        Map<String, String> parameters = Map.of("environment", address[1], "ticket", address[3]);
        EnvironmentStream stream = listening(open(Map.of(), parameters));

        clock.pass(Duration.ofSeconds(60));

        assertThat(stream.isAdmitted()).isFalse();
        assertThat(refusal(open(Map.of(), parameters))).isEqualTo(401);
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

    private OpenResult open(Map<String, String> headers, Map<String, String> parameters) {
        return streams.open(new Request("/ofrep/v1/stream", headers::get, parameters::get))
                .orElseThrow();
    }

    private static EnvironmentStream listening(OpenResult opened) {
        return (EnvironmentStream) ((OpenResult.Accepted) opened).stream();
    }

    private static int refusal(OpenResult opened) {
        return ((OpenResult.Rejected) opened).reply().status();
    }

    private ServedEnvironment now() {
        return Objects.requireNonNull(environments.environment("demo/production"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
