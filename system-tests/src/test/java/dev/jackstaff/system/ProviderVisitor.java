package dev.jackstaff.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Somebody who signs in to the console at an identity provider, step by step, without a browser. */
final class ProviderVisitor {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private String browser = "";
    private String session = "";

    /** Asks a hub for a sign-in, goes to the provider, and returns the address that the provider sends back to. */
    URI authorized(String hub, String then) {
        HttpResponse<String> sent = get(URI.create(
                hub + "/admin/oidc/start?provider=test&then=" + URLEncoder.encode(then, StandardCharsets.UTF_8)));
        browser = cookie(sent, "JACKSTAFF_SIGN_IN");
        return URI.create(location(get(URI.create(location(sent)))));
    }

    /** Comes back to a hub; its answer. */
    HttpResponse<String> complete(String hub, URI callback) {
        HttpResponse<String> answer = get(URI.create(hub + callback.getRawPath() + "?" + callback.getRawQuery()));
        session = cookie(answer, "JACKSTAFF_SESSION");
        return answer;
    }

    /** A page of a hub. */
    HttpResponse<String> page(String hub, String path) {
        return get(URI.create(hub + "/admin" + path));
    }

    /** Sends a logout token as the provider does; the status. */
    int logout(String hub, String token) {
        return send(HttpRequest.newBuilder(URI.create(hub + "/admin/oidc/logout"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + token)))
                .statusCode();
    }

    static String location(HttpResponse<String> redirect) {
        return redirect.headers().firstValue("Location").orElse("");
    }

    private HttpResponse<String> get(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (address.getPath().startsWith("/admin/")) {
            request.header("Cookie", "JACKSTAFF_SIGN_IN=" + browser + "; JACKSTAFF_SESSION=" + session);
        }
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1).replaceFirst(";.*", ""))
                .reduce((first, last) -> last)
                .orElse("");
    }
}
