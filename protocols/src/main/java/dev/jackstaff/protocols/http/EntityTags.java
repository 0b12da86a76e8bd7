package dev.jackstaff.protocols.http;

import org.jspecify.annotations.Nullable;

/** The evaluation of {@code If-None-Match} (RFC 9110, section 13.1.2): weak comparison, lists and {@code *}. */
public final class EntityTags {
    private EntityTags() {}

    /**
     * Whether a client already has the representation with a tag.
     *
     * @param ifNoneMatch the request's header; null if it has none
     * @param tag strong and quoted
     */
    public static boolean matches(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String stripped = candidate.strip();
            if (stripped.equals("*") || opaque(stripped).equals(tag)) {
                return true;
            }
        }
        return false;
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
