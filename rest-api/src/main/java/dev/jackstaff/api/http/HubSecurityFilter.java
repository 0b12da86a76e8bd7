package dev.jackstaff.api.http;

import dev.jackstaff.protocols.http.ReplyServlet;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The outermost filter of the API: it sets security headers and refuses addresses that cannot be decoded. */
public class HubSecurityFilter extends HttpFilter {
    private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Content-Security-Policy",
                    "default-src 'none'; connect-src 'self'; img-src 'self' data:; script-src 'self';"
                            + " style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HEADERS.forEach(response::setHeader);
        if (!READING.contains(request.getMethod())) {
            response.setHeader("Cache-Control", "no-store"); // a login or a new key is answered with a secret
        }
        if (isBroken(request.getRequestURI()) || isBroken(request.getQueryString())) {
            ReplyServlet.write(
                    HubRefusals.of(
                            request.getRequestURI(),
                            HttpServletResponse.SC_BAD_REQUEST,
                            "the address has a percent sign without two hexadecimal digits after it"),
                    response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isBroken(@Nullable String encoded) {
        return encoded != null && BROKEN.matcher(encoded).find();
    }
}
