package dev.jackstaff.admin.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * The filter that refuses methods that no page has, forms with files, which no page has either, and forms in an address. The
 * Faces servlet would answer the first without a word, fail at the second, and carry the last out: a link of another site
 * would do what a form may not.
 */
public class PageRequestFilter extends HttpFilter {
    private static final String POST = "POST";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", POST);

    /** What makes a request a form for the Faces servlet, whatever its method. */
    private static final String FORM = "jakarta.faces.ViewState";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String type = request.getContentType();
        if (!METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD, POST");
            response.setHeader("Connection", "close"); // a body of TRACE is still there, and is no request
            refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Pages answer GET, HEAD and POST only.");
        } else if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            refuse(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "Pages take no files.");
        } else if (!request.getMethod().equals(POST) && request.getParameter(FORM) != null) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "Forms are sent with POST.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void refuse(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write((sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
