package dev.jackstaff.listener.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestAssemblerTest {
    private static final int MAX_BODY = 1_000;
    private static final FramingLimits LIMITS = new FramingLimits(2_000, MAX_BODY, 5_000, true);
    private static final String GET = "GET /a?b=c HTTP/1.1\r\nHost: x\r\n\r\n";

    private final RequestAssembler assembler = new RequestAssembler(LIMITS);

    static Stream<Arguments> passedOn() {
        return Stream.of(
                argumentSet("without a body", GET, List.of(GET)),
                argumentSet("two at once", GET + GET, List.of(GET, GET)),
                argumentSet("empty lines before a request", "\r\n\r\n" + GET + "\r\n" + GET, List.of(GET, GET)),
                argumentSet(
                        "with a length",
                        post("Content-Length: 2\r\n") + "{}",
                        List.of(post("Content-Length: 2\r\n") + "{}")),
                argumentSet(
                        "with lengths, one after the other",
                        post("Content-Length: 2\r\n") + "{}" + post("Content-Length: 0\r\n") + GET,
                        List.of(post("Content-Length: 2\r\n") + "{}", post("Content-Length: 0\r\n"), GET)),
                argumentSet(
                        "chunked",
                        chunked("2\r\n{}\r\n0\r\n\r\n") + GET,
                        List.of(post("Content-Length: 2\r\n") + "{}", GET)),
                argumentSet(
                        "chunked, in capital letters and with leading zeros",
                        post("TRANSFER-Encoding:  Chunked \r\n") + "000000000A\r\n0123456789\r\n0\r\n\r\n",
                        List.of(post("Content-Length: 10\r\n") + "0123456789")),
                argumentSet("chunked, and empty", chunked("0\r\n\r\n") + GET, List.of(post(""), GET)),
                argumentSet(
                        "chunk extensions",
                        chunked("2;a=1\r\n{}\r\n2 ; b=\"c;d\" ;e\r\n[]\r\n0;last\r\n\r\n") + GET,
                        List.of(post("Content-Length: 4\r\n") + "{}[]", GET)),
                argumentSet(
                        "trailers",
                        post("Trailer: A\r\nTransfer-Encoding: chunked\r\n") + "2\r\n{}\r\n0\r\nA: b\r\nC: d\r\n\r\n"
                                + GET,
                        List.of(post("Content-Length: 2\r\n") + "{}", GET)),
                argumentSet(
                        "an offer of HTTP/2",
                        get("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAEAAEAA\r\n"),
                        List.of(get("Connection: Upgrade, HTTP2-Settings\r\n"))),
                argumentSet(
                        "a WebSocket",
                        "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
                        List.of("GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n")),
                argumentSet(
                        "no WebSocket, because it has a body",
                        post("Upgrade: websocket\r\nContent-Length: 2\r\n") + "{}",
                        List.of(post("Content-Length: 2\r\n") + "{}")),
                argumentSet(
                        "a body of a method that has none",
                        "TRACE / HTTP/1.1\r\nHost: x\r\nContent-Length: 32\r\n\r\n" + GET + GET,
                        List.of("TRACE / HTTP/1.1\r\nHost: x\r\n\r\n", GET)),
                argumentSet(
                        "the last",
                        "GET / HTTP/1.1\r\nHost: x\r\nConnection: TE, close\r\n\r\n" + GET,
                        List.of("GET / HTTP/1.1\r\nHost: x\r\nConnection: TE, close\r\n\r\n")),
                argumentSet(
                        "a body that is too large",
                        post("Content-Length: 3000\r\n") + "x".repeat(3_000) + GET,
                        List.of(post("Connection: close\r\nContent-Length: 1001\r\n") + "x".repeat(1_001))),
                argumentSet(
                        "a chunked body that is too large",
                        chunked(("3E8\r\n" + "x".repeat(1_000) + "\r\n").repeat(3) + "0\r\n\r\n") + GET,
                        List.of(post("Connection: close\r\nContent-Length: 1001\r\n") + "x".repeat(1_001))),
                argumentSet("HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", List.of("GET / HTTP/1.0\r\n\r\n")));
    }

    @ParameterizedTest
    @MethodSource("passedOn")
    void passesOnWholeRequests(String sent, List<String> requests) throws FramingException {
        append(sent);

        assertThat(all()).isEqualTo(requests);
        assertThat(assembler.heldBytes()).isZero();
    }

    /** However the bytes arrive, the requests are the same. */
    @ParameterizedTest
    @MethodSource("passedOn")
    void passesOnTheSameFromSingleBytes(String sent, List<String> requests) throws FramingException {
        List<String> passedOn = new ArrayList<>();
        for (int i = 0; i < sent.length(); i++) {
            append(sent.substring(i, i + 1));
            passedOn.addAll(all());
        }

        assertThat(passedOn).isEqualTo(requests);
        assertThat(assembler.heldBytes()).isZero();
    }

    @ParameterizedTest
    @MethodSource("passedOn")
    void passesOnTheSameFromAnyTwoParts(String sent, List<String> requests) throws FramingException {
        for (int i = 1; i < sent.length(); i += 1 + i / 100) {
            RequestAssembler another = new RequestAssembler(LIMITS);
            List<String> passedOn = new ArrayList<>();
            for (String part : List.of(sent.substring(0, i), sent.substring(i))) {
                append(another, part);
                passedOn.addAll(all(another));
            }

            assertThat(passedOn).describedAs("cut at %d", i).isEqualTo(requests);
        }
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                argumentSet("length and chunks", 400, post("Content-Length: 6\r\nTransfer-Encoding: chunked\r\n")),
                argumentSet("chunks and length", 400, post("Transfer-Encoding: chunked\r\nContent-Length: 6\r\n")),
                argumentSet("two lengths", 400, post("Content-Length: 2\r\nContent-Length: 3\r\n")),
                argumentSet("the same length twice", 400, post("Content-Length: 2\r\nContent-Length: 2\r\n")),
                argumentSet("a list of lengths", 400, post("Content-Length: 2, 2\r\n")),
                argumentSet("an empty length", 400, post("Content-Length:\r\n")),
                argumentSet("a negative length", 400, post("Content-Length: -1\r\n")),
                argumentSet("a length with a sign", 400, post("Content-Length: +5\r\n")),
                argumentSet("a length in hexadecimal digits", 400, post("Content-Length: 0x5\r\n")),
                argumentSet("a length in two words", 400, post("Content-Length: 1 2\r\n")),
                argumentSet("a length beyond all numbers", 400, post("Content-Length: 99999999999999999999\r\n")),
                argumentSet("a length far beyond the limit", 413, post("Content-Length: 100000\r\n")),
                argumentSet("a blank before the colon", 400, post("Transfer-Encoding : chunked\r\n")),
                argumentSet("a folded field", 400, post("A: b\r\n c\r\n")),
                argumentSet("a folded coding", 400, post("Transfer-Encoding:\r\n chunked\r\n")),
                argumentSet("a field without a colon", 400, post("Chunked\r\n")),
                argumentSet("a field without a name", 400, post(": chunked\r\n")),
                argumentSet("a null character", 400, post("A: \0\r\n")),
                argumentSet("a carriage return in a field", 400, post("A: b\rTransfer-Encoding: chunked\r\n")),
                argumentSet("a bare line feed in the head", 400, "GET / HTTP/1.1\r\nHost: x\nA: b\r\n\r\n"),
                argumentSet("bare line feeds only", 400, "GET / HTTP/1.1\nHost: x\n\n"),
                argumentSet("two hosts", 400, "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n"),
                argumentSet("a coding that is not chunked", 400, post("Transfer-Encoding: identity\r\n")),
                argumentSet("an unknown coding", 400, post("Transfer-Encoding: xchunkedx\r\n")),
                argumentSet("a coding before chunked", 501, post("Transfer-Encoding: gzip, chunked\r\n")),
                argumentSet(
                        "a coding before chunked, in two fields",
                        501,
                        post("Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n")),
                argumentSet("a coding after chunked", 400, post("Transfer-Encoding: chunked, gzip\r\n")),
                argumentSet("chunked twice", 400, post("Transfer-Encoding: chunked, chunked\r\n")),
                argumentSet(
                        "chunked twice, in two fields",
                        400,
                        post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n")),
                argumentSet("a quoted coding", 400, post("Transfer-Encoding: \"chunked\"\r\n")),
                argumentSet("no coding", 400, post("Transfer-Encoding:\r\n")),
                argumentSet("chunks in HTTP/1.0", 400, "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"),
                argumentSet("another expectation", 417, post("Expect: 200-ok\r\n")),
                argumentSet("HTTP/2 at once", 505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                argumentSet("HTTP/1.2", 505, "GET / HTTP/1.2\r\n\r\n"),
                argumentSet("no version", 400, "GET /\r\n\r\n"),
                argumentSet("no target", 400, "GET  HTTP/1.1\r\n\r\n"),
                argumentSet("two blanks", 400, "GET  / HTTP/1.1\r\n\r\n"),
                argumentSet("a blank in the target", 400, "GET /a b HTTP/1.1\r\n\r\n"),
                argumentSet("a blank before the method", 400, " GET / HTTP/1.1\r\n\r\n"),
                argumentSet("a blank after the version", 400, "GET / HTTP/1.1 \r\n\r\n"),
                argumentSet("a version in small letters", 400, "GET / http/1.1\r\n\r\n"),
                argumentSet("a method that is no token", 400, "G(T / HTTP/1.1\r\n\r\n"),
                argumentSet("the beginning of TLS", 400, "\u0016\u0003\u0001\n\r\n"),
                argumentSet("a head that never ends", 431, "GET / HTTP/1.1\r\nA: " + "b".repeat(2_000)),
                argumentSet("a head that is too large", 431, "GET / HTTP/1.1\r\nA: " + "b".repeat(2_000) + "\r\n\r\n"),
                argumentSet("too many fields", 431, post("a:\r\n".repeat(101))),
                argumentSet("a tunnel", 501, "CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n"),
                argumentSet("an escape of other digits", 400, "GET /a/%zz HTTP/1.1\r\n\r\n"),
                argumentSet("an escape of one digit", 400, "GET /a/%1 HTTP/1.1\r\n\r\n"),
                argumentSet("a percent sign", 400, "GET /a/%?b HTTP/1.1\r\n\r\n"),
                argumentSet("an escaped null character", 400, "GET /a/%00 HTTP/1.1\r\n\r\n"),
                argumentSet("an escaped backslash", 400, "GET /a/%5c HTTP/1.1\r\n\r\n"),
                argumentSet("a backslash", 400, "GET /a\\b HTTP/1.1\r\n\r\n"),
                argumentSet("another encoding than UTF-8", 400, "GET /a/%ff HTTP/1.1\r\n\r\n"),
                argumentSet("a path above the root", 400, "GET /a/../../b HTTP/1.1\r\n\r\n"),
                argumentSet("an escaped path above the root", 400, "GET /%2e%2e%2fb HTTP/1.1\r\n\r\n"),
                argumentSet("a path above the root with a parameter", 400, "GET /..;a/b HTTP/1.1\r\n\r\n"),
                argumentSet("a dot alone", 400, "GET /%2e HTTP/1.1\r\n\r\n"),
                argumentSet("a chunk without a size", 400, chunked("\r\n")),
                argumentSet("a chunk of a negative size", 400, chunked("-2\r\n")),
                argumentSet("a chunk with a sign", 400, chunked("+2\r\n")),
                argumentSet("a chunk in C's manner", 400, chunked("0x2\r\n")),
                argumentSet("a chunk of two sizes", 400, chunked("2 2\r\n")),
                argumentSet("a huge chunk", 400, chunked("FFFFFFFFFFFFFFFF\r\n")),
                argumentSet("a size that never ends", 400, chunked("0".repeat(20))),
                argumentSet("a chunk after a bare line feed", 400, chunked("2\n{}\r\n0\r\n\r\n")),
                argumentSet("a bare line feed in an extension", 400, chunked("2;a\n{}\r\n0\r\n\r\n")),
                argumentSet("a chunk that is longer than its size", 400, chunked("2\r\n{}}\r\n")),
                argumentSet("a chunk that ends with a bare line feed", 400, chunked("2\r\n{}\n0\r\n\r\n")),
                argumentSet("a bare line feed in the trailers", 400, chunked("0\r\nA: b\n\r\n")),
                argumentSet("extensions without end", 400, chunked("2;" + "a".repeat(2_001))),
                argumentSet("trailers without end", 400, chunked("0\r\n" + "a: b\r\n".repeat(1_000))),
                argumentSet("a body without end", 413, chunked(("3E8\r\n" + "x".repeat(1_000) + "\r\n").repeat(7))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatIsAmbiguous(int status, String sent) {
        append(sent);

        FramingException refusal = catchThrowableOfType(FramingException.class, this::all);

        assertThat(refusal).isNotNull();
        assertThat(refusal.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void nothingFollowsARefusal(int status, String sent) throws FramingException {
        append(sent);
        assertThatThrownBy(this::all).isInstanceOf(FramingException.class);

        append(GET);

        assertThat(all()).describedAs("after %d", status).isEmpty();
        assertThat(assembler.heldBytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a.b/c..d/%2e%2ef",
                "/a/../b",
                "/a/./b/",
                "/a%2fb%20c+d",
                "/%C3%A5",
                "//a//b",
                "/a;b=%20",
                "/?a=%zz",
                "*",
                "http://x/a"
            })
    void passesOnEveryOtherPath(String target) throws FramingException {
        String request = "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n";

        append(request);

        assertThat(all()).containsExactly(request);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /a/b?c HTTP/1.1#Host: x#oRIGIN:  http://y:1 #Content-Length: -1##, /a/b, http://y:1",
        "GET /a/%zz HTTP/1.1#Host: x##Origin: http://in-the-body#, /a/%zz, ''",
        "bad#Origin: http://y##, /, http://y"
    })
    void tellsWhatIsKnownOfARefusedRequest(String sent, String path, String origin) {
        append(sent.replace("#", "\r\n"));
        assertThatThrownBy(this::all).isInstanceOf(FramingException.class);

        assertThat(assembler.excerpt()).isEqualTo(new HeadExcerpt(path, origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "GET", "GET / HTTP/1.1\r\nHost: x\r\n", "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{"})
    void waitsForTheRest(String sent) throws FramingException {
        append(sent);

        assertThat(all()).isEmpty();
        assertThat(assembler.hasInput()).isEqualTo(!sent.isEmpty());
    }

    @Test
    void aClientThatWaitsIsToldToContinueOnce() throws FramingException {
        append(post("Expect: 100-continue\r\nContent-Length: 2\r\n"));

        assertThat(all()).isEmpty();
        assertThat(assembler.pollContinue()).isTrue();
        assertThat(assembler.pollContinue()).isFalse();
        append("{}");
        assertThat(all()).containsExactly(post("Content-Length: 2\r\n") + "{}");
    }

    @Test
    void aClientThatDoesNotWaitIsNotToldToContinue() throws FramingException {
        append(post("Expect: 100-continue\r\nContent-Length: 2\r\n") + "{");

        assertThat(all()).isEmpty();
        assertThat(assembler.pollContinue()).isFalse();
    }

    @Test
    void aLargeBodyHoldsNoMoreThanItsLimit() throws FramingException {
        append(post("Content-Length: 6000\r\n") + "x".repeat(5_999));

        assertThat(all()).isEmpty();
        assertThat(assembler.receivedBytes()).isGreaterThan(5_999);
        append("x");
        assertThat(all()).hasSize(1);
    }

    private void append(String text) {
        append(assembler, text);
    }

    private List<String> all() throws FramingException {
        return all(assembler);
    }

    private static void append(RequestAssembler assembler, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        assembler.append(bytes, 0, bytes.length);
    }

    private static List<String> all(RequestAssembler assembler) throws FramingException {
        List<String> requests = new ArrayList<>();
        AssembledRequest request = assembler.next();
        while (request != null) {
            requests.add(new String(request.bytes(), StandardCharsets.ISO_8859_1));
            request = assembler.next();
        }
        return requests;
    }

    /** The head of a POST, with fields before the end. */
    private static String post(String fields) {
        return "POST / HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n";
    }

    private static String get(String fields) {
        return "GET / HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n";
    }

    private static String chunked(String body) {
        return post("Transfer-Encoding: chunked\r\n") + body;
    }
}
