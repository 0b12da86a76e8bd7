package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who has signed in to the console and looks at pages, without a browser. Thread-safe. */
final class ConsoleVisitor {
    private static final String LOGIN = "/login.xhtml";
    static final String SESSION = "JACKSTAFF_SESSION";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"");

    /** Scripts of the page send it with each form. */
    private static final Pattern NONCE = Pattern.compile(" nonce=\"([^\"]+)\"");

    private final HttpClient client;
    private final String site;
    private final String cookie;

    private ConsoleVisitor(HttpClient client, String site, String cookie) {
        this.client = client;
        this.site = site;
        this.cookie = cookie;
    }

    /** A client for any number of visitors. */
    static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** Signs in by the login page. */
    static ConsoleVisitor signIn(HttpClient client, AdminSite site, String email, String password) {
        HttpResponse<String> page = send(client, request(site.url() + LOGIN));
        Map<String, String> form = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            form.put(hidden.group(1), hidden.group(2));
        }
        Matcher nonce = NONCE.matcher(page.body());
        assertThat(nonce.find()).describedAs("nonce of the login page").isTrue();
        form.put("primefaces.nonce", nonce.group(1));
        form.put("login:email", email);
        form.put("login:password", password);
        form.put("login:submit", "");
        HttpResponse<String> answer = send(
                client,
                request(site.url() + LOGIN)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
        assertThat(answer.headers().firstValue("Location"))
                .describedAs("sign-in of %s: %s", email, answer)
                .hasValueSatisfying(next -> assertThat(next).doesNotContain(LOGIN));
        return new ConsoleVisitor(client, site.url(), sessionOf(answer));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String sessionOf(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(SESSION + "="))
                .map(cookie -> cookie.substring(SESSION.length() + 1).replaceFirst(";.*", ""))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    /** The session, as the value of a cookie of the name {@value SESSION}. */
    String session() {
        return cookie;
    }

    /** A page, which must be there. */
    String look(String page) {
        HttpResponse<String> answer = send(client, request(site + page).header("Cookie", SESSION + "=" + cookie));
        assertThat(answer.statusCode()).describedAs(page).isEqualTo(200);
        return answer.body();
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
