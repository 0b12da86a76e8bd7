package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that no route answers, at hub and edge. The client gets a refusal in the form that it reads, never the page of
 * the server below.
 */
@UsesSharedStack
class OddRequestsST {
    private static final String ORIGIN = "http://app.example";
    private static final String PROBLEM = "\"type\":";
    private static final String LOGIN = "/admin/login.xhtml";

    /** The paths of both servers, with a member that refusals have there: at the hub, and at the edge. */
    private static final List<Prefix> PREFIXES = List.of(
            new Prefix("/nothing", PROBLEM, "\"errorDetails\":"),
            new Prefix("/ofrep/v1/evaluate/flags", "\"errorDetails\":", "\"errorDetails\":"),
            new Prefix("/api/client/features", PROBLEM, "\"name\":"),
            new Prefix("/api/frontend", PROBLEM, "\"name\":"),
            new Prefix("/api/v1/flags", "\"error\":", "\"detail\":"),
            new Prefix("/api/v1/identities", PROBLEM, "\"detail\":"),
            new Prefix("/api/v1/evaluate", "\"error\":", "\"error\":"),
            new Prefix("/evaluate", PROBLEM, "\"errorCode\":"),
            new Prefix("/flags", "\"detail\":", "\"detail\":"),
            new Prefix("/api/v1/projects", PROBLEM, "\"errorDetails\":"),
            new Prefix("/openapi", PROBLEM, "\"errorDetails\":"));

    private static final List<Odd> ODD = List.of(
            new Odd("an escape of other digits", "GET", "/%zz", Map.of(), 400),
            new Odd("an escape without digits", "POST", "/%", Map.of(), 400),
            new Odd("an escaped null character", "GET", "/%00", Map.of(), 400),
            new Odd("an escaped backslash", "GET", "/%5c", Map.of(), 400),
            new Odd("a path that is not UTF-8", "GET", "/%ff", Map.of(), 400),
            new Odd("a path above the root", "GET", "/../../../../../x", Map.of(), 400),
            new Odd("an encoded path above the root", "GET", "/..%2f..%2f..%2f..%2f..%2fx", Map.of(), 400),
            new Odd("a long path", "GET", "/" + "x".repeat(20_000), Map.of(), 431),
            new Odd("a long query", "GET", "?x=" + "x".repeat(70_000), Map.of(), 431),
            new Odd("a long field", "GET", "", Map.of("X", "x".repeat(17_000)), 431),
            new Odd("many fields", "GET", "", fields(101), 431),
            new Odd("another expectation", "GET", "", Map.of("Expect", "x"), 417),
            new Odd("an unknown transfer coding", "GET", "", Map.of("Transfer-Encoding", "x"), 400),
            new Odd("TRACE", "TRACE", "", Map.of(), 405),
            new Odd("CONNECT", "CONNECT", "", Map.of(), 501));

    /** The beginning of a path, and what the refusals of hub and edge have below it. */
    private record Prefix(String path, String hub, String edge) {}

    /** What is odd about a request, after the prefix of its path. */
    private record Odd(String name, String method, String below, Map<String, String> headers, int status) {}

    private static Map<String, String> fields(int count) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < count; i++) {
            fields.put("X-" + i, "x");
        }
        return fields;
    }

    static Stream<Arguments> oddRequests() {
        return PREFIXES.stream().flatMap(prefix -> ODD.stream()
                .map(odd -> argumentSet(odd.name() + " at " + prefix.path(), prefix, odd)));
    }

    @ParameterizedTest
    @MethodSource("oddRequests")
    void isRefusedInTheFormOfItsRoute(Prefix prefix, Odd odd, StackUnderTest installation) {
        String path = prefix.path() + odd.below();

        RawHttp.Answer hub = send(installation.quickstart().hubUrl(), odd.method(), path, odd.headers());
        RawHttp.Answer edge = send(installation.quickstart().edgeUrl(), odd.method(), path, odd.headers());

        assertThat(hub.status()).describedAs(hub.body()).isEqualTo(odd.status());
        assertThat(edge.status()).describedAs(edge.body()).isEqualTo(odd.status());
        assertFit(hub);
        assertFit(edge);
        assertThat(hub.body()).contains(prefix.hub());
        assertThat(edge.body()).contains(prefix.edge());
        assertThat(edge.header("access-control-allow-origin")).isEqualTo("*");
    }

    @ParameterizedTest
    @MethodSource("prefixes")
    void anUnknownMethodOrContentTypeIsAnsweredByTheRoute(Prefix prefix, StackUnderTest installation) {
        for (String server : servers(installation)) {
            for (String method : List.of("FOO", "PROPFIND", "PUT")) {
                RawHttp.Answer answer = send(server, method, prefix.path(), Map.of());
                assertThat(answer.status()).describedAs(method + answer.body()).isIn(404, 405);
                assertFit(answer);
            }
            for (String type : List.of("json", "a/b/c", ";", "multipart/form-data", "application/json;charset=x")) {
                RawHttp.Answer answer = send(server, "POST", prefix.path(), Map.of("Content-Type", type));
                assertThat(answer.status()).describedAs(type + answer.body()).isBetween(200, 499);
                assertFit(answer);
            }
        }
    }

    static List<Prefix> prefixes() {
        return PREFIXES;
    }

    @Test
    void whatIsInsideTheArchivesIsNotFound(StackUnderTest installation) {
        List<String> paths = List.of(
                "/WEB-INF/web.xml", "/web-inf/", "/%57EB-INF/web.xml", "/WEB-INF;x/web.xml", "/META-INF/MANIFEST.MF");
        for (String path : paths) {
            for (String server : servers(installation)) {
                RawHttp.Answer answer = send(server, "GET", path, Map.of());
                assertThat(answer.status()).describedAs(path).isEqualTo(404);
                assertFit(answer);
            }
            RawHttp.Answer edge = send(installation.quickstart().edgeUrl(), "GET", path, Map.of());
            assertThat(edge.header("access-control-allow-origin")).isEqualTo("*");
        }
        assertPage(send(installation.quickstart().hubUrl(), "GET", "/admin/WEB-INF/web.xml", Map.of()), 404);
    }

    @Test
    void theAdminPagesRefuseWhatIsNoPage(StackUnderTest installation) {
        String hub = installation.quickstart().hubUrl();
        assertPage(send(hub, "FOO", LOGIN, Map.of()), 405);
        assertPage(send(hub, "TRACE", LOGIN, Map.of()), 405);
        assertPage(send(hub, "GET", "/admin/%zz", Map.of()), 400);
        assertPage(send(hub, "GET", "/admin/nothing.xhtml", Map.of()), 302);
        assertPage(send(hub, "GET", "/admin/jakarta.faces.resource/nothing.css.xhtml?ln=x", Map.of()), 404);
        assertPage(send(hub, "GET", "/admin/" + "x".repeat(20_000), Map.of()), 431);
        assertPage(send(hub, "POST", LOGIN, Map.of("Content-Type", "multipart/form-data; boundary=x")), 415);
    }

    /** Such a form is old or forged: it is not acted on, and its reader is told. */
    @Test
    void aFormWithoutItsNonceOrStateHasExpired(StackUnderTest installation) {
        QuickstartFile quickstart = installation.quickstart();
        String login = "login=login&login:submit=x&login:email=" + quickstart.adminEmail() + "&login:password="
                + quickstart.adminPassword();
        List<String> forms = List.of(
                "&jakarta.faces.ViewState=stateless",
                "&jakarta.faces.ViewState=stateless&primefaces.nonce=x",
                "&jakarta.faces.ViewState=stateless&primefaces.nonce=MTIzNDU2Nzg5MDEyMzQ1Ng%3D%3D",
                "&jakarta.faces.ViewState=1:2",
                "&jakarta.faces.ViewState=x");
        for (String form : forms) {
            RawHttp.Answer answer = RawHttp.send(
                    quickstart.hubUrl(),
                    "POST",
                    LOGIN,
                    Map.of("Content-Type", "application/x-www-form-urlencoded"),
                    (login + form).getBytes(StandardCharsets.UTF_8));

            assertPage(answer, 302);
            assertThat(answer.header("location")).describedAs(form).endsWith(LOGIN);
        }
    }

    private static List<String> servers(StackUnderTest installation) {
        return List.of(
                installation.quickstart().hubUrl(), installation.quickstart().edgeUrl());
    }

    private static RawHttp.Answer send(String server, String method, String path, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Origin", ORIGIN);
        return RawHttp.send(server, method, path, all, new byte[0]);
    }

    private static void assertFit(RawHttp.Answer answer) {
        assertPage(answer, answer.status());
        assertThat(answer.header("content-type")).doesNotContain("text/html");
    }

    private static void assertPage(RawHttp.Answer answer, int status) {
        List<String> all = new ArrayList<>(answer.headers().values());
        all.add(answer.body());
        assertThat(answer.status()).describedAs(answer.body()).isEqualTo(status);
        assertThat(answer.header("date")).matches(DateHeaderST.ONE_DATE);
        assertThat(String.join("\n", all)).doesNotContainIgnoringCase("payara", "glassfish", "\tat ", "Exception");
    }
}
