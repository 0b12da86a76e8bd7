package dev.jackstaff.protocols.http.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.protocols.http.FakeRequest;
import dev.jackstaff.protocols.http.FakeResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseCompressionFilterTest {
    private static final String LONG = "{\"feature\":\"ä name\"},".repeat(700);

    /** A route, as the filter calls it. */
    @FunctionalInterface
    interface Route {
        void answer(HttpServletResponse response) throws IOException;
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                argumentSet("in one piece", (Route) response -> {
                    response.setContentType("application/json");
                    response.setContentLength(bytes(LONG).length);
                    response.getOutputStream().write(bytes(LONG));
                }),
                argumentSet("byte by byte", (Route) response -> {
                    response.setHeader("Content-Type", "application/problem+json");
                    response.setHeader("Content-Length", Integer.toString(bytes(LONG).length));
                    for (byte b : bytes(LONG)) {
                        response.getOutputStream().write(b);
                    }
                }),
                argumentSet("as characters", (Route) response -> {
                    response.setContentType("text/html;charset=UTF-8");
                    response.getWriter().write(LONG.substring(0, 10));
                    response.flushBuffer();
                    response.getWriter().write(LONG.substring(10));
                }),
                argumentSet("as an error", (Route) response -> {
                    response.setStatus(404);
                    response.setContentType("application/json");
                    response.getOutputStream().write(bytes(LONG));
                    response.getOutputStream().close();
                }));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aLongAnswerIsCompressed(Route route) throws Exception {
        FakeResponse response = answer("gzip, deflate, br", null, route);

        assertThat(response.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(response.containsHeader("Content-Length")).isFalse();
        assertThat(response.body()).hasSizeLessThan(LONG.length() / 4);
        assertThat(unzipped(response)).isEqualTo(LONG);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whoDoesNotAcceptItGetsItAsItIs(Route route) throws Exception {
        FakeResponse response = answer(null, null, route);

        assertThat(response.containsHeader("Content-Encoding")).isFalse();
        assertThat(response.text()).isEqualTo(LONG);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999})
    void aShortAnswerIsNot(int length) throws Exception {
        FakeResponse response = answer("gzip", null, passed -> {
            passed.setContentType("application/json");
            passed.setContentLengthLong(length);
            passed.setHeader("ETag", "\"7\"");
            passed.getOutputStream().write(new byte[length]);
        });

        assertThat(response.containsHeader("Content-Encoding")).isFalse();
        assertThat(response.getHeader("Content-Length")).isEqualTo(Integer.toString(length));
        assertThat(response.getHeader("ETag")).isEqualTo("\"7\"");
        assertThat(response.body()).hasSize(length);
    }

    @Test
    void aThousandBytesAre() throws Exception {
        FakeResponse response = answer("gzip", null, passed -> {
            passed.setContentType("application/json");
            passed.getOutputStream().write(new byte[1_000]);
        });

        assertThat(response.getHeader("Content-Encoding")).isEqualTo("gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "font/woff2", "text/event-stream", "application/octet-stream"})
    void mediaThatDoNotShrinkAndStreamsAreNot(String type) throws Exception {
        FakeResponse response = answer("gzip", null, passed -> {
            passed.setContentType(type);
            passed.getOutputStream().write(bytes("data"));
            passed.getOutputStream().flush();
            assertThat(((FakeResponse) ((CompressedResponse) passed).getResponse()).text())
                    .isEqualTo("data");
            passed.getOutputStream().write(bytes(LONG));
        });

        assertThat(response.containsHeader("Content-Encoding")).isFalse();
        assertThat(response.text()).isEqualTo("data" + LONG);
    }

    @Test
    void whatIsCompressedAlreadyIsNotAgain() throws Exception {
        FakeResponse response = answer("gzip", null, passed -> {
            passed.setContentType("application/json");
            passed.setHeader("Content-Encoding", "gzip");
            passed.setHeader("ETag", "\"7-gzip\"");
            passed.getOutputStream().write(bytes(LONG));
        });

        assertThat(response.text()).isEqualTo(LONG);
        assertThat(response.getHeader("ETag")).isEqualTo("\"7-gzip\"");
    }

    @Test
    void headersThatAreSentEarlyAreThoseOfAPlainAnswer() throws Exception {
        FakeResponse response = answer("gzip", null, passed -> {
            passed.setContentType("application/json");
            passed.flushBuffer();
            assertThat(passed.isCommitted()).isTrue();
            passed.getOutputStream().write(bytes(LONG));
        });

        assertThat(response.containsHeader("Content-Encoding")).isFalse();
        assertThat(response.text()).isEqualTo(LONG);
    }

    static Stream<Arguments> tags() {
        return Stream.of(
                argumentSet("a strong tag", "\"7\"", "\"7-gzip\""), argumentSet("a weak tag", "W/\"7\"", "W/\"7\""));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void theCompressedFormHasATagOfItsOwn(String tag, String compressed) throws Exception {
        FakeResponse response = answer("gzip", null, passed -> {
            passed.setContentType("application/json");
            passed.setHeader("ETag", tag);
            passed.getOutputStream().write(bytes(LONG));
        });

        assertThat(response.getHeader("ETag")).isEqualTo(compressed);
    }

    static Stream<Arguments> known() {
        return Stream.of(
                argumentSet("the compressed form", "\"a\", \"7-gzip\"", "\"7-gzip\""),
                argumentSet("the plain form", "\"7\"", "\"7\""),
                argumentSet("any", "*", "\"7\""));
    }

    @ParameterizedTest
    @MethodSource("known")
    void notModifiedNamesTheFormThatTheClientHas(String ifNoneMatch, String tag) throws Exception {
        FakeResponse response = answer("gzip", ifNoneMatch, passed -> {
            passed.setStatus(304);
            passed.setHeader("ETag", "\"7\"");
        });

        assertThat(response.getHeader("ETag")).isEqualTo(tag);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void whatWasWrittenBeforeAFailureIsDiscarded() throws Exception {
        FakeResponse response = answer("gzip", null, passed -> {
            passed.setContentType("application/json");
            passed.getWriter().write("half an answer");
            passed.resetBuffer();
            passed.getWriter().write("the failure");
        });

        assertThat(response.text()).isEqualTo("the failure");
    }

    @Test
    void aFailureAfterTheStartOfACompressedAnswerIsNotSaidToBeCompressed() throws Exception {
        FakeResponse response = answer("gzip", null, passed -> {
            passed.setContentType("text/html");
            passed.setHeader("ETag", "\"7\"");
            passed.getWriter().write(LONG);
            passed.getWriter().flush();
            passed.resetBuffer();
            passed.getWriter().write("the failure");
        });

        assertThat(response.text()).isEqualTo("the failure");
        assertThat(response.containsHeader("Content-Encoding")).isFalse();
        assertThat(response.getHeader("Content-Type")).isEqualTo("text/html");
        assertThat(response.getHeader("ETag")).isEqualTo("\"7\"");
    }

    private static FakeResponse answer(@Nullable String accepted, @Nullable String ifNoneMatch, Route route)
            throws Exception {
        FakeRequest request = FakeRequest.get("/api/v1/flags/");
        if (accepted != null) {
            request.with("Accept-Encoding", accepted);
        }
        if (ifNoneMatch != null) {
            request.with("If-None-Match", ifNoneMatch);
        }
        FakeResponse response = new FakeResponse();
        new ResponseCompressionFilter()
                .doFilter(request, response, (same, passed) -> route.answer((HttpServletResponse) passed));
        return response;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String unzipped(FakeResponse response) throws IOException {
        return new String(
                new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes(), StandardCharsets.UTF_8);
    }
}
