package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer of hub and edge says when it was made, once: what applications answer, and what the server does by itself. */
@UsesSharedStack
class DateHeaderST {
    static final String ONE_DATE = "[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT";

    private final QuickstartFile quickstart;

    DateHeaderST(StackUnderTest installation) {
        this.quickstart = installation.quickstart();
    }

    static Stream<Arguments> atTheHub() {
        return Stream.of(
                argumentSet("the server's redirect", "GET", "/admin", 301),
                argumentSet("a redirect of the pages", "GET", "/admin/", 302),
                argumentSet("a page", "GET", "/admin/login.xhtml", 200),
                argumentSet("no page", "FOO", "/admin/login.xhtml", 405),
                argumentSet("a refusal before the pages", "GET", "/admin/%zz", 400),
                argumentSet(
                        "a resource that is not there", "GET", "/admin/jakarta.faces.resource/x.css.xhtml?ln=x", 404),
                argumentSet("the API without a key", "GET", "/api/v1/projects", 401),
                argumentSet("the API without a route", "GET", "/api/v1/nothing", 404),
                argumentSet("the description", "GET", "/openapi", 200),
                argumentSet("no address", "GET", "/nothing", 404),
                argumentSet("TRACE", "TRACE", "/nothing", 405));
    }

    @ParameterizedTest
    @MethodSource
    void atTheHub(String method, String path, int status) {
        assertDated(RawHttp.send(quickstart.hubUrl(), method, path, Map.of(), new byte[0]), status);
    }

    static Stream<Arguments> atTheEdge() {
        return Stream.of(
                argumentSet("an evaluation without a key", "POST", "/ofrep/v1/evaluate/flags", 401),
                argumentSet("no address", "GET", "/nothing", 404),
                argumentSet("the health", "GET", "/health", 200),
                argumentSet("the description", "GET", "/docs/openapi.json", 200));
    }

    @ParameterizedTest
    @MethodSource
    void atTheEdge(String method, String path, int status) {
        assertDated(RawHttp.send(quickstart.edgeUrl(), method, path, Map.of(), new byte[0]), status);
    }

    @Test
    void whatIsNotModifiedIsDated(StackUnderTest installation) {
        String token = "Bearer " + ManagementClient.of(installation).token();
        assertNotModified(
                quickstart.hubUrl(), "GET", "/api/v1/projects/" + quickstart.project(), Map.of("Authorization", token));
    }

    private static void assertNotModified(String server, String method, String path, Map<String, String> headers) {
        byte[] body = (method.equals("GET") ? "" : "{}").getBytes(StandardCharsets.UTF_8);
        RawHttp.Answer first = RawHttp.send(server, method, path, headers, body);
        assertDated(first, 200);
        Map<String, String> conditional = new HashMap<>(headers);
        conditional.put("If-None-Match", first.header("etag"));

        assertDated(RawHttp.send(server, method, path, conditional, body), 304);
    }

    @Test
    void aFileIsDated() {
        RawHttp.Answer page = RawHttp.send(quickstart.hubUrl(), "GET", "/admin/login.xhtml", Map.of(), new byte[0]);
        String styles = page.body()
                .replaceFirst("(?s).*?href=\"(/admin/jakarta[.]faces[.]resource/[^\"]*)\".*", "$1")
                .replace("&amp;", "&");

        assertDated(RawHttp.send(quickstart.hubUrl(), "GET", styles, Map.of(), new byte[0]), 200);
    }

    private static void assertDated(RawHttp.Answer answer, int status) {
        assertThat(answer.status()).describedAs(answer.body()).isEqualTo(status);
        assertThat(answer.header("date")).matches(ONE_DATE);
    }
}
