package dev.jackstaff.protocols.http.coding;

import dev.jackstaff.protocols.http.GzipCoding;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The filter that compresses answers for clients that accept gzip. Answers that are compressed already, streams and
 * media that do not shrink pass unchanged, and so do requests for a WebSocket.
 */
public class ResponseCompressionFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
                || !GzipCoding.isAcceptable(request.getHeader("Accept-Encoding"))) {
            chain.doFilter(request, response);
            return;
        }
        CompressedResponse compressed = new CompressedResponse(response, request.getHeader("If-None-Match"));
        chain.doFilter(request, compressed);
        if (!request.isAsyncStarted()) {
            compressed.finish();
        }
    }
}
