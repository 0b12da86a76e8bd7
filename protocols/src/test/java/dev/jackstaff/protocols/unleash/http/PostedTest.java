package dev.jackstaff.protocols.unleash.http;

import static dev.jackstaff.protocols.unleash.http.Bodies.bytes;
import static dev.jackstaff.protocols.unleash.http.Bodies.text;
import static dev.jackstaff.protocols.unleash.http.Bodies.zipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.protocols.Caller;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.RequestBody;
import dev.jackstaff.protocols.Served;
import dev.jackstaff.protocols.usage.Usage;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies of every kind, whoever takes them. */
class PostedTest {
    private static final byte[] COUNTS = bytes("{'appName':'a','bucket':{'toggles':{'off':{'yes':1,'no':1}}}}");

    private final LiveEnvironments environments = new LiveEnvironments();
    private final Usage usage = new Usage();
    private final ClientApi client = new ClientApi(environments, usage, new Instances());
    private final FrontendApi frontend = new FrontendApi(environments, usage);
    private final EdgeApi edge = new EdgeApi(environments);

    @BeforeEach
    void serve() {
        environments.complete();
        environments.serve(Served.demoAt(7, Served.off("off")));
    }

    @Test
    void aPackedBodyIsUnpacked() {
        assertThat(client.metrics(Served.SERVER_KEY, Posted.of(zipped(COUNTS), "gzip"))
                        .status())
                .isEqualTo(202);
        assertThat(frontend.metrics(Served.CLIENT_KEY, Posted.of(zipped(COUNTS), " X-GZip "))
                        .status())
                .isEqualTo(202);
        assertThat(usage.counts().values()).containsOnly(2L);
    }

    static Stream<Arguments> refused() {
        byte[] packed = zipped(COUNTS);
        return Stream.of(
                argumentSet(
                        "a torn gzip",
                        (Supplier<Posted>) () -> Posted.of(Arrays.copyOf(packed, packed.length / 2), "gzip"),
                        400),
                argumentSet(
                        "a gzip that lacks its end",
                        (Supplier<Posted>) () -> Posted.of(Arrays.copyOf(packed, packed.length - 3), "gzip"),
                        400),
                argumentSet("no gzip", (Supplier<Posted>) () -> Posted.of(COUNTS, "gzip"), 400),
                argumentSet("no bytes at all as gzip", (Supplier<Posted>) () -> Posted.of(new byte[0], "gzip"), 400),
                argumentSet(
                        "a bomb",
                        (Supplier<Posted>) () -> Posted.of(zipped(new byte[100 * RequestBody.LARGEST]), "gzip"),
                        413),
                argumentSet("another coding", (Supplier<Posted>) () -> Posted.of(COUNTS, "deflate"), 415),
                argumentSet("no JSON", (Supplier<Posted>) () -> Posted.of(bytes("nonsense")), 400),
                argumentSet("half an object", (Supplier<Posted>) () -> Posted.of(bytes("{'bucket':{")), 400),
                argumentSet("two objects", (Supplier<Posted>) () -> Posted.of(bytes("{}{}")), 400),
                argumentSet("too deep", (Supplier<Posted>) () -> Posted.of(bytes("{'a':" + "[".repeat(100_000))), 400),
                argumentSet(
                        "bytes that are no text",
                        (Supplier<Posted>) () -> Posted.of(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}),
                        400));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedInUnleashsForm(Supplier<Posted> body, int status) {
        assertThat(Stream.<Reply>of(
                        client.metrics(Served.SERVER_KEY, body.get()),
                        client.bulkMetrics(Served.SERVER_KEY, body.get()),
                        frontend.metrics(Served.CLIENT_KEY, body.get()),
                        frontend.all(Served.CLIENT_KEY, new Asked.InBody(body.get(), Caller.with(null)), Wanted.PLAIN),
                        frontend.toggle(Served.CLIENT_KEY, new Asked.InBody(body.get(), Caller.with(null)), "off"),
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
        Posted body = Posted.in(unwanted, header -> null);

        assertThat(Stream.of(
                        client.metrics("unknown", body),
                        client.bulkMetrics(null, body),
                        client.edgeMetrics("unknown", body),
                        frontend.metrics("unknown", body),
                        frontend.enabled(null, new Asked.InBody(body, Caller.with(null)), Wanted.PLAIN)))
                .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(401));
    }

    @Test
    void theKeyIsLookedAtFirst() {
        assertThat(client.metrics("unknown", Posted.of(bytes("nonsense"))).status())
                .isEqualTo(401);
    }
}
