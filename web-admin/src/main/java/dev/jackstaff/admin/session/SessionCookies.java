package dev.jackstaff.admin.session;

import dev.jackstaff.domain.access.SessionCookie;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The cookies of the pages: that of the session, which names it in the database, so that every hub knows it and none keeps
 * anything. Scripts cannot read them, and other sites' forms do not send them.
 */
final class SessionCookies {
    /** A switch, for hubs that are reached over HTTPS only; off by default. */
    static final String SECURE = "jackstaff.hub.cookies.secure";

    static final String SESSION = "JACKSTAFF_SESSION";

    private SessionCookies() {}

    /** The session that a request names. */
    static Optional<SessionCookie> session(HttpServletRequest request) {
        return find(request, SESSION).map(SessionCookie::new);
    }

    /** The value of a cookie; empty if the request has none of this name. */
    static Optional<String> find(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Sets a cookie, until the browser ends. */
    static void set(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        add(request, response, name, value, "");
    }

    /** Sets a cookie for a while. */
    static void set(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration lifetime) {
        add(request, response, name, value, "; Max-Age=" + lifetime.toSeconds());
    }

    /** Removes a cookie, if the request has it. */
    static void remove(HttpServletRequest request, HttpServletResponse response, String name) {
        if (find(request, name).isPresent()) {
            add(request, response, name, "", "; Max-Age=0");
        }
    }

    private static void add(
            HttpServletRequest request, HttpServletResponse response, String name, String value, String more) {
        response.addHeader(
                "Set-Cookie",
                name + "=" + value + "; Path=" + request.getContextPath() + "; HttpOnly; SameSite=Lax"
                        + (isSecure() ? "; Secure" : "") + more);
    }

    private static boolean isSecure() {
        return ConfigProvider.getConfig()
                .getOptionalValue(SECURE, Boolean.class)
                .orElse(false);
    }
}
