package dev.jackstaff.protocols.unleash.http;

import static dev.jackstaff.protocols.unleash.http.RequestBodies.bytes;
import static dev.jackstaff.protocols.unleash.http.RequestBodies.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.PendingKeys;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.RequestBody;
import dev.jackstaff.protocols.usage.UsageCounter;
import java.io.InputStream;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Request bodies of every kind, on all routes that read one. */
class RequestPayloadTest {
    private final LiveEnvironments environments = new LiveEnvironments();
    private final UsageCounter usage = new UsageCounter();
    private final ClientApi client = new ClientApi(environments, usage, new UnleashEdgeInstances());
    private final FrontendApi frontend = new FrontendApi(environments, usage);
    private final UnleashEdgeApi edge = new UnleashEdgeApi(environments, new PendingKeys());

    @BeforeEach
    void serve() {
        environments.markComplete();
        environments.serve(EnvironmentFixtures.demoAt(7, EnvironmentFixtures.off("off")));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                argumentSet(
                        "too large",
                        (Supplier<RequestPayload>) () -> RequestPayload.of(new byte[RequestBody.MAX_BYTES + 1]),
                        413),
                argumentSet("no JSON", (Supplier<RequestPayload>) () -> RequestPayload.of(bytes("nonsense")), 400),
                argumentSet(
                        "half an object",
                        (Supplier<RequestPayload>) () -> RequestPayload.of(bytes("{'bucket':{")),
                        400),
                argumentSet("two objects", (Supplier<RequestPayload>) () -> RequestPayload.of(bytes("{}{}")), 400),
                argumentSet(
                        "too deep",
                        (Supplier<RequestPayload>) () -> RequestPayload.of(bytes("{'a':" + "[".repeat(100_000))),
                        400),
                argumentSet(
                        "bytes that are no text",
                        (Supplier<RequestPayload>)
                                () -> RequestPayload.of(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}),
                        400));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedInUnleashsForm(Supplier<RequestPayload> body, int status) {
        assertThat(Stream.<Reply>of(
                        client.metrics(EnvironmentFixtures.SERVER_KEY, "", body.get()),
                        client.bulkMetrics(EnvironmentFixtures.SERVER_KEY, body.get()),
                        frontend.metrics(EnvironmentFixtures.CLIENT_KEY, "", body.get()),
                        frontend.all(
                                EnvironmentFixtures.CLIENT_KEY,
                                new ContextSource.BodyContext(body.get(), Caller.ofKey(null)),
                                Negotiation.PLAIN),
                        frontend.toggle(
                                EnvironmentFixtures.CLIENT_KEY,
                                new ContextSource.BodyContext(body.get(), Caller.ofKey(null)),
                                "off"),
                        edge.validate(body.get())))
                .allSatisfy(reply -> {
                    assertThat(reply.status()).isEqualTo(status);
                    assertThat(text(reply))
                            .startsWith("{'name':'")
                            .contains("','message':'")
                            .doesNotContain("Exception");
                });
        assertThat(usage.counts()).isEmpty();
    }

    @Test
    void whatStrangersSendIsNotTakenIn() {
        InputStream unwanted = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("the body was asked for");
            }

            @Override
            public int read(byte[] bytes, int begin, int length) {
                return read();
            }
        };
        RequestPayload body = RequestPayload.of(unwanted);

        assertThat(Stream.of(
                        client.metrics("unknown", "", body),
                        client.bulkMetrics(null, body),
                        client.edgeMetrics("unknown", body),
                        frontend.metrics("unknown", "", body),
                        frontend.enabled(
                                null, new ContextSource.BodyContext(body, Caller.ofKey(null)), Negotiation.PLAIN)))
                .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(401));
    }

    @Test
    void theKeyIsLookedAtFirst() {
        assertThat(client.metrics("unknown", "", RequestPayload.of(bytes("nonsense")))
                        .status())
                .isEqualTo(401);
    }
}
