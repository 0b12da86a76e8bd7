package dev.jackstaff.admin.session;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/**
 * The page between this hub and the provider, where the session ends too. It is a page and no redirect, because the policy of the
 * pages does not let the answer to a form lead to another site.
 */
final class ProviderSignOut {
    private ProviderSignOut() {}

    static void show(URI address, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(html(address));
        response.flushBuffer();
    }

    /** The page; an address of this kind has no characters that end an attribute but the ampersand. */
    static String html(URI address) {
        String escaped = address.toASCIIString()
                .replace("&", "&amp;")
                .replace("\"", "%22")
                .replace("'", "%27")
                .replace("<", "%3C");
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Signing out</title>"
                + "<meta name=\"referrer\" content=\"no-referrer\"><meta http-equiv=\"refresh\" content=\"0;url="
                + escaped
                + "\"></head><body><p><a href=\"" + escaped + "\">Continue</a></p></body></html>";
    }
}
