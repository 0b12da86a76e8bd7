package dev.jackstaff.protocols.http.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.protocols.http.FakeRequest;
import dev.jackstaff.protocols.http.FakeResponse;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.RequestBody;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequestDecodingFilterTest {
    private static final String TEXT = "{\"context\":{\"targetingKey\":\"ada\"}}".repeat(300);
    private static final byte[] PLAIN = TEXT.getBytes(StandardCharsets.UTF_8);

    private final RequestDecodingFilter filter = new RequestDecodingFilter() {
        private static final long serialVersionUID = 1L;

        @Override
        protected Reply refusal(HttpServletRequest request, int status, String reason) {
            return Reply.of(status, reason.getBytes(StandardCharsets.UTF_8));
        }
    };

    static Stream<Arguments> codings() {
        return Stream.of(
                argumentSet("no coding", null, PLAIN),
                argumentSet("identity", "identity", PLAIN),
                argumentSet("gzip", "gzip", gzip(PLAIN)),
                argumentSet("gzip by its other name", "X-GZip", gzip(PLAIN)),
                argumentSet("gzip and identity", "identity, gzip", gzip(PLAIN)),
                argumentSet("gzip of two members", "gzip", twoMembers()),
                argumentSet("deflate", "deflate", deflate(PLAIN, false)),
                argumentSet("deflate without its header", "Deflate", deflate(PLAIN, true)));
    }

    @ParameterizedTest
    @MethodSource("codings")
    void theBodyIsReadDecoded(String coding, byte[] body) throws Exception {
        FakeRequest request = FakeRequest.post("/ofrep/v1/evaluate/flags", body);

        assertThat(read(coding == null ? request : request.with("Content-Encoding", coding)))
                .isEqualTo(TEXT);
    }

    @Test
    void nothingDescribesTheBodyAsItWasSent() throws Exception {
        FakeRequest request = FakeRequest.post("/evaluate", gzip(PLAIN)).with("Content-Encoding", "gzip");

        filter.doFilter(request, new FakeResponse(), (passed, response) -> {
            HttpServletRequest decoded = (HttpServletRequest) passed;
            assertThat(decoded.getHeader("content-encoding")).isNull();
            assertThat(decoded.getHeaders("Content-Length").hasMoreElements()).isFalse();
            assertThat(decoded.getHeaderNames().asIterator()).toIterable().isEmpty();
            assertThat(decoded.getContentLengthLong()).isNegative();
            assertThat(decoded.getReader().readLine()).isEqualTo(TEXT);
        });
    }

    static Stream<Arguments> malformed() {
        byte[] gzip = gzip(PLAIN);
        byte[] wrongLength = gzip.clone();
        wrongLength[gzip.length - 1] ^= 1;
        return Stream.of(
                argumentSet("no gzip", "gzip", PLAIN),
                argumentSet("half of a gzip", "gzip", Arrays.copyOf(gzip, gzip.length / 2)),
                argumentSet("a gzip that lacks its end", "gzip", Arrays.copyOf(gzip, gzip.length - 3)),
                argumentSet("a gzip of another length", "gzip", wrongLength),
                argumentSet("a gzip and something else", "gzip", concat(gzip, new byte[] {'x'})),
                argumentSet("no deflate", "deflate", PLAIN),
                argumentSet("half of a deflate", "deflate", Arrays.copyOf(deflate(PLAIN, false), 20)),
                argumentSet(
                        "a deflate and something else", "deflate", concat(deflate(PLAIN, false), new byte[] {'x'})));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsNotInItsCodingIsABadRequest(String coding, byte[] body) {
        FakeRequest request = FakeRequest.post("/evaluate", body).with("Content-Encoding", coding);

        assertThatThrownBy(() -> read(request))
                .isInstanceOf(BadRequestException.class)
                .hasMessage("the body is not complete " + coding + " data");
    }

    @Test
    void aBombIsTooLarge() {
        byte[] bomb = gzip(new byte[100 * RequestBody.MAX_BYTES]);

        assertThatThrownBy(() -> read(FakeRequest.post("/evaluate", bomb).with("Content-Encoding", "gzip")))
                .isInstanceOf(ClientErrorException.class)
                .hasMessageContaining("larger than");
    }

    @Test
    void manyEmptyMembersAreAnEmptyBody() throws Exception {
        byte[] empty = gzip(new byte[0]);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < 50_000; i++) {
            body.writeBytes(empty);
        }

        assertThat(read(FakeRequest.post("/evaluate", body.toByteArray()).with("Content-Encoding", "gzip")))
                .isEmpty();
    }

    static Stream<Arguments> unsupported() {
        return Stream.of(
                argumentSet("brotli", "br"),
                argumentSet("zstandard", "zstd"),
                argumentSet("an old one", "compress"),
                argumentSet("two codings", "deflate, gzip"),
                argumentSet("nonsense", "gzip;q=1"));
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    void anotherCodingIsRefusedWithTheSupportedOnes(String coding) throws Exception {
        FakeResponse response = new FakeResponse();

        filter.doFilter(
                FakeRequest.post("/api/v1/analytics/flags/", PLAIN).with("Content-Encoding", coding),
                response,
                (passed, answer) -> {
                    throw new AssertionError("the request reached its route");
                });

        assertThat(response.getStatus()).isEqualTo(415);
        assertThat(response.getHeader("Accept-Encoding")).isEqualTo("gzip, deflate");
        assertThat(response.text()).contains("gzip, deflate");
    }

    @Test
    void aRequestWithoutBodyNeedsNoDecoder() throws Exception {
        FakeRequest request = FakeRequest.get("/api/client/features").with("Content-Encoding", "br");

        assertThat(read(request)).isEmpty();
    }

    private String read(FakeRequest request) throws IOException, ServletException {
        byte[][] read = {{}};
        filter.doFilter(
                request, new FakeResponse(), (passed, response) -> read[0] = RequestBody.read(passed.getInputStream()));
        return new String(read[0], StandardCharsets.UTF_8);
    }

    private static byte[] twoMembers() {
        int half = PLAIN.length / 2;
        return concat(gzip(Arrays.copyOf(PLAIN, half)), gzip(Arrays.copyOfRange(PLAIN, half, PLAIN.length)));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflate(byte[] plain, boolean raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(bytes, deflater)) {
            deflate.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }
}
