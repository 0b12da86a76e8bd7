package dev.jackstaff.admin.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A redirect to the login page that remembers the requested page. */
record LoginRedirect(PagePath page) {
    /** The login page, relative to the context. */
    static final String LOGIN = "/login.xhtml";

    /**
     * The redirect for a request: to the requested page, or for an AJAX request or another POST, to the page that sent
     * it.
     */
    static LoginRedirect from(HttpServletRequest request) {
        if (request.getMethod().equals("GET") && !isPartial(request)) {
            return new LoginRedirect(PagePath.of(request.getServletPath(), request.getQueryString()));
        }
        return new LoginRedirect(sender(request));
    }

    private static PagePath sender(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        if (referer == null) {
            return PagePath.START;
        }
        try {
            URI uri = URI.create(referer);
            String path = String.valueOf(uri.getRawPath());
            String context = request.getContextPath();
            return path.startsWith(context + "/")
                    ? PagePath.of(path.substring(context.length()), uri.getRawQuery())
                    : PagePath.START;
        } catch (IllegalArgumentException noAddress) {
            return PagePath.START;
        }
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String target = request.getContextPath() + LOGIN + query();
        if (!isPartial(request)) {
            response.sendRedirect(target);
            return;
        }
        response.setContentType("text/xml");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"" + target
                        + "\"></redirect></partial-response>");
        response.flushBuffer();
    }

    private String query() {
        return page.equals(PagePath.START) ? "" : "?then=" + URLEncoder.encode(page.value(), StandardCharsets.UTF_8);
    }

    private static boolean isPartial(HttpServletRequest request) {
        @Nullable String kind = request.getHeader("Faces-Request");
        return kind != null && kind.startsWith("partial/");
    }
}
