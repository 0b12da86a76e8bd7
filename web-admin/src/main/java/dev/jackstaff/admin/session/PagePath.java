package dev.jackstaff.admin.session;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page of this application with its query, relative to the context: never a way out of it. */
record PagePath(String value) {
    private static final Pattern PAGE =
            Pattern.compile("/[A-Za-z0-9-]*(\\.xhtml)?(\\?[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*)?");

    /** Where one starts. */
    static final PagePath START = new PagePath("/");

    PagePath {
        if (!PAGE.matcher(value).matches()) {
            throw new IllegalArgumentException("no page of this application: " + value);
        }
    }

    static PagePath of(String path, @Nullable String query) {
        return parse(query == null ? path : path + "?" + query);
    }

    /** The page of this text, or the start where it is none, or the login page itself. */
    static PagePath parse(@Nullable String text) {
        if (text == null || !PAGE.matcher(text).matches() || text.startsWith("/login")) {
            return START;
        }
        return new PagePath(text);
    }
}
