package dev.jackstaff.protocols.http.coding;

import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.ReplyServlet;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The filter that lets all routes read encoded bodies decoded, and refuses other codings than gzip and deflate with 415
 * and the list of those (RFC 9110, sections 12.5.3 and 15.5.16).
 */
public abstract class RequestDecodingFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;
    private static final String CONTENT_ENCODING = "Content-Encoding";

    /** A refusal in the form of the route that was requested. */
    protected abstract Reply refusal(HttpServletRequest request, int status, String reason);

    @Override
    protected final void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestCoding coding = request.getHeader(CONTENT_ENCODING) == null || !hasBody(request)
                ? RequestCoding.IDENTITY
                : RequestCoding.of(request.getHeaders(CONTENT_ENCODING));
        switch (coding) {
            case IDENTITY -> chain.doFilter(request, response);
            case UNSUPPORTED -> ReplyServlet.write(unsupported(request), response);
            default -> decode(new DecodedRequest(request, coding), response, chain);
        }
    }

    private Reply unsupported(HttpServletRequest request) {
        return refusal(
                        request,
                        UNSUPPORTED_MEDIA_TYPE,
                        "the Content-Encoding of the body is not supported; send it as it is, or with one of: "
                                + RequestCoding.SUPPORTED)
                .with("Accept-Encoding", RequestCoding.SUPPORTED);
    }

    private static void decode(DecodedRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } finally {
            if (!request.isAsyncStarted()) {
                request.close();
            }
        }
    }

    /** Whether a request may have a body, which HTTP/2 need not announce. */
    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0
                || request.getHeader("Transfer-Encoding") != null
                || (request.getContentLengthLong() < 0 && !request.getProtocol().startsWith("HTTP/1"));
    }
}
