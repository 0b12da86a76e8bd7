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
import java.util.Arrays;
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
    private final ClientApi client = new ClientApi(environments, usage);
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
                argumentSet("a torn gzip", Posted.of(Arrays.copyOf(packed, packed.length / 2), "gzip"), 400),
                argumentSet(
                        "a gzip that lacks its end", Posted.of(Arrays.copyOf(packed, packed.length - 3), "gzip"), 400),
                argumentSet("no gzip", Posted.of(COUNTS, "gzip"), 400),
                argumentSet("no bytes at all as gzip", Posted.of(new byte[0], "gzip"), 400),
                argumentSet("a bomb", Posted.of(zipped(new byte[100 * RequestBody.LARGEST]), "gzip"), 413),
                argumentSet("another coding", Posted.of(COUNTS, "deflate"), 415),
                argumentSet("no JSON", Posted.of(bytes("nonsense")), 400),
                argumentSet("half an object", Posted.of(bytes("{'bucket':{")), 400),
                argumentSet("two objects", Posted.of(bytes("{}{}")), 400),
                argumentSet("too deep", Posted.of(bytes("{'a':" + "[".repeat(100_000))), 400),
                argumentSet(
                        "bytes that are no text",
                        Posted.of(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}),
                        400));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedInUnleashsForm(Posted body, int status) {
        assertThat(Stream.<Reply>of(
                        client.metrics(Served.SERVER_KEY, body),
                        client.bulkMetrics(Served.SERVER_KEY, body),
                        frontend.metrics(Served.CLIENT_KEY, body),
                        frontend.all(Served.CLIENT_KEY, new Asked.InBody(body, Caller.with(null)), null),
                        frontend.toggle(Served.CLIENT_KEY, new Asked.InBody(body, Caller.with(null)), "off"),
                        edge.validate(body)))
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
    void theKeyIsLookedAtFirst() {
        assertThat(client.metrics("unknown", Posted.of(bytes("nonsense"))).status())
                .isEqualTo(401);
    }
}
