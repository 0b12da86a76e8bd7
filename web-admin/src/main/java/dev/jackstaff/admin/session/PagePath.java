package dev.jackstaff.admin.session;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The path and query of a page of this application, relative to the context and never outside it. */
record PagePath(String value) {
    private static final Pattern PAGE =
            Pattern.compile("/[A-Za-z0-9-]*(\\.xhtml)?(\\?[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*)?");

    /** The start page. */
    static final PagePath START = new PagePath("/");

    PagePath {
        if (!PAGE.matcher(value).matches()) {
            throw new IllegalArgumentException("no page of this application: " + value);
        }
    }

    static PagePath of(String path, @Nullable String query) {
        return parse(query == null ? path : path + "?" + query);
    }

    /** Parses a path; the start page if it is not one of this application, or is the login page. */
    static PagePath parse(@Nullable String text) {
        if (text == null || !PAGE.matcher(text).matches() || text.startsWith("/login")) {
            return START;
        }
        return new PagePath(text);
    }
}
